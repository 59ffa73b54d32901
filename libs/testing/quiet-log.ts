import { Logger } from '@nestjs/common';

// Specs provoke errors on purpose; what is logged then is tested where it matters.
Logger.overrideLogger(false);
