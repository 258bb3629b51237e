import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PacketContent } from '../../contract/central/packet.ts';
import { namesOf, oneOfEach } from './application-place.ts';

const contentNamed = (id: string, trackingCode: string, packetId: string) =>
  ({ packetId, application: { id, trackingCode } }) as PacketContent;

test('groups keep every packet and their order, and no group has an application or a packet twice', () => {
  const packet = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      code: fc.constantFrom('1', '2', '3'),
      packetId: fc.constantFrom('p', 'q', 'r', 's', 't'),
    })
    .map(({ id, code, packetId }) => contentNamed(id, code, packetId));
  fc.assert(
    fc.property(fc.array(packet, { maxLength: 30 }), (packets) => {
      const groups = oneOfEach(packets, (each) => each);
      expect(groups.flat()).toEqual(packets);
      for (const group of groups) {
        const names = group.flatMap((each) => [...namesOf(each), each.packetId]);
        expect(new Set(names).size).toBe(names.length);
      }
    }),
  );
});

test('packets of different applications are one group', () => {
  const packets = ['a', 'b', 'c'].map((id) => contentNamed(id, `code of ${id}`, `packet of ${id}`));
  expect(oneOfEach(packets, (each) => each)).toEqual([packets]);
});
