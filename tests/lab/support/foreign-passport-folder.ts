/** In the lab's own folder: the files of the foreign e-passport, each named by its identifier. */
export const PASSPORT_FOLDER = 'foreign-passport';
