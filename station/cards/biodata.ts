import type { KtpBiodata } from '../../drivers/ktp-el/ktp-biodata.ts';
import type { IdentityCardReader } from '../devices/create-identity-card-reader.ts';
import { SUBJECT } from '../registration/rules/subject.ts';

/** Keys of the fields that are printed on a KTP-el in the same words; the others the officer chooses. */
const BIRTH_PLACE = 'identity.birthPlace';
const STREET = 'address.street';
const NEIGHBOURHOOD = 'address.neighbourhood';

/** The next card a vendor's reader tells of. Fails with the signal's reason. */
export function awaitBiodata(reader: IdentityCardReader, signal: AbortSignal): Promise<KtpBiodata> {
  return new Promise((resolve, reject) => {
    const finish = (end: () => void) => {
      unsubscribe();
      signal.removeEventListener('abort', stop);
      end();
    };
    const unsubscribe = reader.onBiodata((biodata) => finish(() => resolve(biodata)));
    const stop = () => finish(() => reject(signal.reason));
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
}

/** What a KTP-el says, by the keys of the catalog's fields; only what it says. */
export function biodataValues(biodata: KtpBiodata): Record<string, string> {
  const values = {
    [SUBJECT.fullName]: biodata.name,
    [SUBJECT.nik]: biodata.nik,
    [SUBJECT.birthDate]: biodata.birthDate,
    [SUBJECT.sex]: biodata.sex,
    [BIRTH_PLACE]: biodata.birthPlace,
    [STREET]: biodata.address,
    [NEIGHBOURHOOD]: biodata.rtRw,
  };
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
