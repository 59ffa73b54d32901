import 'reflect-metadata';
import type { DynamicModule, Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';

type Import = Type | DynamicModule | Promise<DynamicModule> | { forwardRef: () => Type };

/** Every controller of a module and of what it imports, read from their decorators: nothing is started. */
export async function findControllers(root: Import, seen = new Set<unknown>()): Promise<Type[]> {
  const module = 'forwardRef' in root ? root.forwardRef() : await root;
  if (seen.has(module)) return [];
  seen.add(module);
  const dynamic = 'module' in module ? module : undefined;
  const type = dynamic?.module ?? (module as Type);
  const listed = <T>(key: string): T[] => (Reflect.getMetadata(key, type) as T[] | undefined) ?? [];
  const imports = [...listed<Import>(MODULE_METADATA.IMPORTS), ...((dynamic?.imports as Import[] | undefined) ?? [])];
  const deeper = await Promise.all(imports.map((one) => findControllers(one, seen)));
  return [...listed<Type>(MODULE_METADATA.CONTROLLERS), ...(dynamic?.controllers ?? []), ...deeper.flat()];
}
