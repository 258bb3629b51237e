import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ComplaintMediaKind } from '../../../contract/domain/complaint.ts';
import { useStation } from '../../system/station-context.tsx';
import { createMediaUpload, type MediaUpload } from './media-upload.ts';

/** A picture or voice note that is durable at the station and not sent yet. */
export interface KeptMedia {
  readonly upload: MediaUpload;
  readonly blob: Blob;
}

/** What a complaint holds before it is sent. */
export interface ComplaintDraft {
  readonly text: string;
  readonly media: Readonly<Partial<Record<ComplaintMediaKind, KeptMedia>>>;
}

interface ComplaintDrafts {
  readonly drafts: Readonly<Record<string, ComplaintDraft>>;
  readonly write: (complaintId: string, text: string) => void;
  readonly begin: (complaintId: string, kind: ComplaintMediaKind) => MediaUpload;
  /** In place of an earlier one of the same kind, which is forgotten. */
  readonly keep: (complaintId: string, kind: ComplaintMediaKind, media: KeptMedia | null) => void;
}

const EMPTY: ComplaintDraft = { text: '', media: {} };
const ComplaintDraftsContext = createContext<ComplaintDrafts | null>(null);

/** Complaints of this visit that are being written. What was not sent is forgotten with the visit, here and at the station. */
export function ComplaintDraftsProvider({ children }: { children: ReactNode }) {
  const { client } = useStation();
  const [drafts, setDrafts] = useState<Readonly<Record<string, ComplaintDraft>>>({});
  const begun = useRef(new Set<MediaUpload>());
  useEffect(() => {
    const uploads = begun.current;
    // Of those that were sent the station keeps what it has.
    return () => {
      for (const upload of uploads) upload.drop();
    };
  }, []);
  const actions = useMemo(() => {
    const change = (id: string, next: (draft: ComplaintDraft) => ComplaintDraft) =>
      setDrafts((all) => ({ ...all, [id]: next(all[id] ?? EMPTY) }));
    return {
      write: (id: string, text: string) => change(id, (draft) => ({ ...draft, text })),
      begin(id: string, kind: ComplaintMediaKind) {
        const upload = createMediaUpload(client.feedback, id, kind);
        begun.current.add(upload);
        return upload;
      },
      keep: (id: string, kind: ComplaintMediaKind, kept: KeptMedia | null) =>
        change(id, ({ text, media: { [kind]: earlier, ...media } }) => {
          earlier?.upload.drop();
          return { text, media: kept ? { ...media, [kind]: kept } : media };
        }),
    };
  }, [client]);
  const value = useMemo(() => ({ ...actions, drafts }), [actions, drafts]);
  return <ComplaintDraftsContext value={value}>{children}</ComplaintDraftsContext>;
}

export function useComplaintDraft(complaintId: string) {
  const all = useContext(ComplaintDraftsContext);
  if (!all) throw new Error('no ComplaintDraftsProvider above this component');
  return {
    draft: all.drafts[complaintId] ?? EMPTY,
    write: (text: string) => all.write(complaintId, text),
    begin: (kind: ComplaintMediaKind) => all.begin(complaintId, kind),
    keep: (kind: ComplaintMediaKind, media: KeptMedia | null) => all.keep(complaintId, kind, media),
  };
}
