/** The entries of one type that something is to happen to. */
export type ChosenEntries = { contentType: string; documentIds: string[] };

/** What was done; `auditId` takes it back, null where nothing was changed. */
export type Done = { message: string; auditId: string | null };

/** What every kind of action is given: it asks its questions, does it, and says what it did. */
export type FormProps = ChosenEntries & { onClose: () => void; onDone: (done: Done) => void };
