/** Common names of a place, its largest city, and the language its people are addressed in. */
export interface NamesOfPlace {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly city: string;
  /** BCP 47. */
  readonly language: string;
  readonly female: readonly [string, ...string[]];
  readonly male: readonly [string, ...string[]];
  readonly family: readonly [string, ...string[]];
}

const place = (
  country: string,
  city: string,
  language: string,
  female: string,
  male: string,
  family: string,
): NamesOfPlace => {
  const list = (names: string) => names.split(' ') as [string, ...string[]];
  return { country, city, language, female: list(female), male: list(male), family: list(family) };
};

export const namesByPlace: readonly [NamesOfPlace, ...NamesOfPlace[]] = [
  place(
    'IN',
    'Mumbai',
    'hi',
    'Asha Priya Meera Kavita Lakshmi Sunita',
    'Arjun Ravi Vikram Sanjay Rohan Imran',
    'Sharma Patel Iyer Reddy Khan Nair Bose',
  ),
  place(
    'BR',
    'São Paulo',
    'pt-BR',
    'Ana Beatriz Juliana Camila Letícia',
    'João Pedro Rafael Thiago Luís',
    'Silva Santos Oliveira Souza Lima Araújo',
  ),
  place(
    'KE',
    'Nairobi',
    'sw',
    'Wanjiru Achieng Nyambura Amina Faith',
    'Kamau Otieno Mwangi Kiprop Hassan',
    'Mwangi Odhiambo Njoroge Kariuki Cheruiyot',
  ),
  place(
    'DE',
    'Berlin',
    'de',
    'Anna Lena Katrin Sabine Jördis',
    'Jonas Lukas Matthias Jürgen Emre',
    'Müller Schmidt Fischer Weber Yılmaz Schäfer',
  ),
  place(
    'JP',
    'Tokyo',
    'ja',
    'Yuki Haruka Sakura Aiko Naomi',
    'Haruto Kenji Takumi Daichi Hiroshi',
    'Sato Suzuki Takahashi Tanaka Watanabe',
  ),
  place(
    'MX',
    'Ciudad de México',
    'es-MX',
    'María Guadalupe Ximena Lucía Fernanda',
    'José Diego Alejandro Miguel Ángel',
    'Hernández García López Ramírez Núñez',
  ),
  place(
    'NG',
    'Lagos',
    'en',
    'Chioma Ngozi Aisha Folake Zainab',
    'Emeka Tunde Ibrahim Chidi Segun',
    'Okafor Adeyemi Balogun Musa Eze',
  ),
  place(
    'PL',
    'Warszawa',
    'pl',
    'Zofia Katarzyna Agnieszka Małgorzata Ewa',
    'Jan Piotr Krzysztof Tomasz Paweł',
    'Nowak Kowalczyk Wójcik Zieliński Dąbrowska',
  ),
  place(
    'ID',
    'Jakarta',
    'id',
    'Siti Dewi Ayu Putri Rina',
    'Budi Agus Adi Rizky Bayu',
    'Wijaya Santoso Hidayat Siregar Lestari',
  ),
  place(
    'US',
    'Chicago',
    'en-US',
    'Emily Jasmine Olivia Grace Maria',
    'James Marcus David Ethan Luis',
    'Johnson Williams Nguyen Brown Rivera Cohen',
  ),
  place(
    'GB',
    'London',
    'en-GB',
    'Charlotte Aisha Eleanor Niamh Zara',
    'Oliver Harry Mohammed Callum Dylan',
    'Taylor Ahmed Evans Hughes Campbell',
  ),
  place(
    'EG',
    'Cairo',
    'ar',
    'Fatma Nour Salma Heba Yasmin',
    'Ahmed Omar Youssef Khaled Tarek',
    'Hassan Ibrahim Mansour Farouk Saleh',
  ),
  place(
    'TR',
    'İstanbul',
    'tr',
    'Ayşe Elif Zeynep Defne Gül',
    'Mehmet Mustafa Kerem Burak Çağlar',
    'Yılmaz Kaya Demir Şahin Çelik',
  ),
  place('VN', 'Hà Nội', 'vi', 'Linh Mai Hương Thảo Lan', 'Minh Tuấn Dũng Hải Long', 'Nguyễn Trần Lê Phạm Hoàng'),
];
