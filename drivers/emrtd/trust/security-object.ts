/** EF.SOD: the security object under the signature of a document signer (Doc 9303 part 10, 4.6.2; RFC 5652, 5). */
import { ContentInfo, id_signedData, SignedData, type SignerInfo } from '@peculiar/asn1-cms';
import { OctetString } from '@peculiar/asn1-schema';
import { concatBytes, hexText, NO_BYTES } from '../bytes/bytes.ts';
import { decodeObjectIdentifier } from '../bytes/object-identifier.ts';
import { readTlvs, unwrapTlv } from '../bytes/tlv.ts';
import { type HashName, hashOfIdentifier } from '../crypto/hash.ts';
import { malformed } from '../emrtd-error.ts';
import { decodeLdsSecurityObject, type LdsSecurityObject } from './lds-security-object.ts';
import {
  nameText,
  type PassportCertificate,
  passportCertificate,
  serialNumberText,
} from './passport-certificate.ts';
import { readAsn } from './read-asn.ts';

export interface SecurityObject {
  readonly content: LdsSecurityObject;
  /** The content as it was signed. */
  readonly contentBytes: Uint8Array;
  readonly signer: SecurityObjectSigner;
  /** Certificates carried along; the document signer's should be there. */
  readonly certificates: readonly PassportCertificate[];
}

export interface SecurityObjectSigner {
  readonly identity:
    | { readonly kind: 'issuer-and-serial'; readonly issuer: string; readonly serialNumber: string }
    | { readonly kind: 'key-identifier'; readonly keyIdentifier: string };
  readonly digestHash: HashName | null;
  readonly algorithm: string;
  readonly parameters: Uint8Array | null;
  readonly signature: Uint8Array;
  /** Null when the content itself is signed. */
  readonly attributes: SignedAttributes | null;
}

export interface SignedAttributes {
  /** As they were signed: a SET OF, whatever tag they travel under (RFC 5652, 5.4). */
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly messageDigest: Uint8Array | null;
}

export const LDS_SECURITY_OBJECT = '2.23.136.1.1.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SEQUENCE = 0x30;
const SET_OF = 0x31;
const SIGNED_ATTRIBUTES = 0xa0;

/** Throws `malformed` or `unsupported`; whether the signature holds is not looked at here. */
export function decodeSecurityObject(bytes: Uint8Array): SecurityObject {
  const envelope = readAsn('EF.SOD', unwrapTlv(bytes, 0x77), ContentInfo);
  if (envelope.contentType !== id_signedData) throw malformed('EF.SOD holds no signed data');
  const signedBytes = new Uint8Array(envelope.content);
  const signed = readAsn('EF.SOD', signedBytes, SignedData);
  const content = signed.encapContentInfo.eContent?.single;
  const [signer] = signed.signerInfos;
  if (!content || !signer) throw malformed('EF.SOD is not signed or holds nothing');
  if (signed.encapContentInfo.eContentType !== LDS_SECURITY_OBJECT) {
    throw malformed('EF.SOD holds something other than a security object');
  }
  const contentBytes = new Uint8Array(content.buffer);
  return {
    content: decodeLdsSecurityObject(contentBytes),
    contentBytes,
    signer: decodeSigner(signer, signedAttributeBytes(signedBytes)),
    certificates: (signed.certificates ?? [])
      .map((choice) => choice.certificate)
      .filter((certificate) => certificate !== undefined)
      .map(passportCertificate),
  };
}

function decodeSigner(signer: SignerInfo, attributeBytes: Uint8Array | null): SecurityObjectSigner {
  const { parameters, algorithm } = signer.signatureAlgorithm;
  return {
    identity: signerIdentity(signer),
    digestHash: hashOfIdentifier(signer.digestAlgorithm.algorithm),
    algorithm,
    parameters: parameters ? new Uint8Array(parameters) : null,
    signature: new Uint8Array(signer.signature.buffer),
    attributes: signedAttributes(signer, attributeBytes),
  };
}

function signerIdentity(signer: SignerInfo): SecurityObjectSigner['identity'] {
  const { issuerAndSerialNumber, subjectKeyIdentifier } = signer.sid;
  if (issuerAndSerialNumber) {
    return {
      kind: 'issuer-and-serial',
      issuer: nameText(issuerAndSerialNumber.issuer),
      serialNumber: serialNumberText(issuerAndSerialNumber.serialNumber),
    };
  }
  if (!subjectKeyIdentifier) throw malformed('EF.SOD does not name its signer');
  return { kind: 'key-identifier', keyIdentifier: hexText(new Uint8Array(subjectKeyIdentifier.buffer)) };
}

function signedAttributes(signer: SignerInfo, bytes: Uint8Array | null): SignedAttributes | null {
  const { signedAttrs } = signer;
  if (!signedAttrs || !bytes) return null;
  const value = (type: string) => {
    const [first] = signedAttrs.find((attribute) => attribute.attrType === type)?.attrValues ?? [];
    return first ? new Uint8Array(first) : null;
  };
  const contentType = value(CONTENT_TYPE);
  const messageDigest = value(MESSAGE_DIGEST);
  return {
    bytes,
    contentType: contentType ? readObjectIdentifier(contentType) : null,
    messageDigest: messageDigest
      ? new Uint8Array(readAsn('The digest of EF.SOD', messageDigest, OctetString).buffer)
      : null,
  };
}

/** The signed attributes as they were signed, which the parser does not keep: field [0] of the first signer. */
function signedAttributeBytes(signedData: Uint8Array): Uint8Array | null {
  const signerInfos = readTlvs(unwrapTlv(signedData, SEQUENCE)).findLast((field) => field.tag === SET_OF);
  const signer = signerInfos ? unwrapTlv(signerInfos.value, SEQUENCE) : NO_BYTES;
  const attributes = readTlvs(signer).find((field) => field.tag === SIGNED_ATTRIBUTES);
  return attributes ? concatBytes(Uint8Array.of(SET_OF), attributes.bytes.subarray(1)) : null;
}

function readObjectIdentifier(bytes: Uint8Array): string {
  return decodeObjectIdentifier(unwrapTlv(bytes, 0x06));
}
