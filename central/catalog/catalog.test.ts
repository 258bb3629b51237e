import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogSchema } from '../../contract/domain/catalog.ts';

const catalog = catalogSchema.parse(
  JSON.parse(readFileSync(new URL('./catalog.json', import.meta.url), 'utf8')),
);

test('every key is used once', () => {
  for (const service of catalog.services) {
    const fields = service.steps.flatMap((step) => step.fields.map((field) => field.key));
    expect(new Set(fields).size).toBe(fields.length);
    const pages = service.requirements.flatMap((requirement) => requirement.pages.map((page) => page.key));
    expect(new Set(pages).size).toBe(pages.length);
  }
});

test('what an MRZ fills and what visibility asks exist', () => {
  for (const service of catalog.services) {
    const fields = service.steps.flatMap((step) => step.fields);
    const keys = new Set(fields.map((field) => field.key));
    for (const field of fields) {
      for (const fill of field.fills ?? []) expect(keys).toContain(fill.field);
      if (field.visibleWhen) expect(keys).toContain(field.visibleWhen.field);
    }
  }
});

test('every choice of a product and every consent statement has its field', () => {
  for (const service of catalog.services) {
    const fields = service.steps.flatMap((step) => step.fields);
    const product = fields.find((field) => field.key === 'product.key');
    expect(product?.options?.map((option) => option.key)).toEqual(service.products.map(({ key }) => key));
    for (const { key } of service.consent.statements) {
      expect(fields.find((field) => field.key === `consent.${key}`)?.type).toBe('confirmation');
    }
  }
});
