import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import { type DeliveryHealth, deliveryHealthView, Operation, OperatorMay, ToldEvents } from '#platform';
import { mostDays } from './days.ts';
import { type Funnel, funnelView, RequestFunnel } from './funnel.ts';

const days = z
  .string()
  .regex(/^[1-9]\d?$/)
  .transform(Number)
  .pipe(z.number().max(mostDays))
  .prefault('30');
const funnelQuery = z.strictObject({ days });

/** An operator of a consent manager learns how it does, and nothing of whom it serves. */
@Controller('operator')
@OperatorMay('viewer')
export class ManagerConsoleController {
  constructor(
    private readonly funnel: RequestFunnel,
    private readonly told: ToldEvents,
  ) {}

  @Get('funnel')
  @Operation({
    summary: 'What became of consent requests, by the day they were asked on, and how long deciding took',
    description: 'Counts alone. Up to half a minute old.',
    security: 'operator',
    answer: funnelView,
  })
  read(@Query({ schema: funnelQuery }) query: z.output<typeof funnelQuery>): Promise<Funnel> {
    return this.funnel.read(query.days);
  }

  @Get('delivery-health')
  @Operation({
    summary: 'How events arrive at each counterpart: waiting, dead, last failure, and how long arriving took',
    security: 'operator',
    answer: deliveryHealthView,
  })
  async deliveryHealth(): Promise<DeliveryHealth> {
    return { counterparts: await this.told.health() };
  }
}
