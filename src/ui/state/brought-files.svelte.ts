/** Files that were dropped where no page takes one, until somebody says what becomes of them. Nothing of them is read here. */
export class BroughtFiles {
  files = $state.raw<readonly File[]>([]);

  take(): readonly File[] {
    const { files } = this;
    this.files = [];
    return files;
  }
}
