import 'reflect-metadata';
import { RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { z } from 'zod';
import type { OperatorRight } from '#domain';
import { OPERATION, OPERATOR_MAY, type OperationDescription } from './operation.ts';

/** An endpoint as its decorators tell it. */
export interface Route {
  readonly id: string;
  readonly tag: string;
  readonly method: string;
  /** With `{name}` for what varies. */
  readonly path: string;
  readonly status: number;
  readonly operation: OperationDescription;
  /** Where it is for operators alone: how far their right has to reach. */
  readonly operatorMay?: OperatorRight;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly params?: z.ZodType;
}

interface Argument {
  readonly schema?: z.ZodType;
}

type Controller = abstract new (...args: never[]) => object;

/** @throws where an endpoint is not described, or takes JSON that it does not check */
export function readRoutes(controllers: readonly Controller[]): Route[] {
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype)
      .filter((name) => name !== 'constructor' && typeof prototype[name] === 'function')
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name] as object))
      .map((name) => readRoute(controller, name, prototype[name] as object));
  });
}

function readRoute(controller: Controller, name: string, handler: object): Route {
  const operation = Reflect.getMetadata(OPERATION, handler) as OperationDescription | undefined;
  if (operation === undefined) throw new Error(`${controller.name}.${name} has no @Operation`);
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
  const path = [controller, handler].map((part) => Reflect.getMetadata(PATH_METADATA, part) as string | string[]);
  const args = argumentsOf(controller, name);
  const body = args.get(RouteParamtypes.BODY)?.schema;
  const query = args.get(RouteParamtypes.QUERY)?.schema;
  const params = args.get(RouteParamtypes.PARAM)?.schema;
  const operatorMay = [handler, controller]
    .map((part) => Reflect.getMetadata(OPERATOR_MAY, part) as OperatorRight | undefined)
    .find((right) => right !== undefined);
  const code = Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined;
  return {
    id: `${controller.name.replace(/Controller$/, '')}.${name}`,
    tag: controller.name.replace(/Controller$/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
    method: (method ?? 'GET').toLowerCase(),
    path: joinPath(path.flat()),
    status: operation.status ?? code ?? (method === 'POST' ? 201 : 200),
    operation,
    ...(operatorMay && { operatorMay }),
    ...(body && { body }),
    ...(query && { query }),
    ...(params && { params }),
  };
}

/** Nest keeps them under `<kind>:<position>`; those of our own decorators under a random name, which may begin alike. */
function argumentsOf(controller: Controller, name: string): Map<RouteParamtypes, Argument> {
  const kept = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>;
  const own = Object.entries(kept).filter(([key]) => /^\d+:\d+$/.test(key));
  return new Map(own.map(([key, argument]) => [Number.parseInt(key, 10), argument]));
}

function joinPath(parts: string[]): string {
  const joined = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${joined.join('/').replace(/:(\w+)/g, '{$1}')}`;
}
