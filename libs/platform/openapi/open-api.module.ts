import { Controller, type DynamicModule, Get, Header, Inject, Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { z } from 'zod';
import { createDocument, type DocumentInfo } from './create-document.ts';
import { Operation } from './operation.ts';
import { readRoutes } from './read-routes.ts';

const INFO = Symbol('openapi-info');

/** Made when it is first asked for: a role that starts has better to do. */
@Injectable()
export class OpenApiDocument {
  private document: Record<string, unknown> | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    @Inject(INFO) private readonly info: DocumentInfo,
  ) {}

  get(): Record<string, unknown> {
    this.document ??= createDocument(this.info, readRoutes(this.controllers()));
    return this.document;
  }

  private controllers() {
    return this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype] : [])) as Array<
      abstract new (
        ...args: never[]
      ) => object
    >;
  }
}

@Controller()
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get('openapi.json')
  @Header('content-type', 'application/json')
  @Operation({ summary: 'This document', answer: z.looseObject({}) })
  get(): Record<string, unknown> {
    return this.document.get();
  }
}

@Module({})
export class OpenApiModule {
  static forRole(info: DocumentInfo): DynamicModule {
    return {
      module: OpenApiModule,
      imports: [DiscoveryModule],
      controllers: [OpenApiController],
      providers: [OpenApiDocument, { provide: INFO, useValue: info }],
      exports: [OpenApiDocument],
    };
  }
}
