import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { Hono } from 'hono';
import { z } from 'zod';
import { PARTIAL_UPLOAD, UPLOAD_OFFSET } from '../../contract/central/bundle-upload.ts';
import { centralContract } from '../../contract/central/contract.ts';
import { packetAnswerSchema } from '../../contract/central/packet.ts';

/** What the contract library cannot say because it streams: see `bundlePath` in the contract. */
const bundle = {
  parameters: [{ name: 'packetId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
  patch: {
    operationId: 'sendBundle',
    security: [{ station: [] }],
    parameters: [
      { name: UPLOAD_OFFSET, in: 'header', required: true, schema: { type: 'integer', minimum: 0 } },
    ],
    requestBody: {
      required: true,
      content: { [PARTIAL_UPLOAD]: { schema: { type: 'string', format: 'binary' } } },
    },
    responses: {
      200: {
        description: 'Central’s word on the packet',
        content: {
          'application/json': {
            schema: z.toJSONSchema(packetAnswerSchema, { unrepresentable: 'any', io: 'output' }),
          },
        },
      },
      401: { description: 'No station of ours' },
      404: { description: 'No core of this packet from this station' },
      409: { description: 'The bundle stands at the offset in the answer; go on from there' },
      429: { description: 'Too many requests; `Retry-After` says when' },
    },
  },
  head: {
    operationId: 'askBundleOffset',
    security: [{ station: [] }],
    responses: { 204: { description: '`Upload-Offset` says how many bytes are kept' } },
  },
};

/** `GET /openapi.json`, made from the contract itself. */
export function createOpenApiRoute(): Hono {
  const route = new Hono();
  route.get('/openapi.json', async (context) => {
    const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
    const document = await generator.generate(centralContract, {
      info: { title: 'Anjungan central', version: '1' },
      components: {
        securitySchemes: {
          station: {
            type: 'http',
            scheme: 'bearer',
            description: 'Compact JWS by the station’s enrolled key',
          },
        },
      },
    });
    return context.json({
      ...document,
      paths: { ...document.paths, '/v1/packets/{packetId}/bundle': bundle },
    });
  });
  return route;
}
