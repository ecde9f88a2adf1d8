/** Whether the computer has a camera; its pictures are asked for only when one is to be read. */
export async function hasCamera(): Promise<boolean> {
  // Absent where the page is not from a safe origin.
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) return false;
  try {
    return (await mediaDevices.enumerateDevices()).some(({ kind }) => kind === 'videoinput');
  } catch {
    return false;
  }
}

/**
 * Shows the camera's picture in `video` and says the text of each QR code in it, until what it answers with is called. Rejects where the
 * camera is refused, or taken by another program. The reader of codes is loaded here, with the first picture.
 */
export async function watchCamera(video: HTMLVideoElement, see: (text: string) => void): Promise<() => void> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  const stop = (): void => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    const [{ default: decodeQR }] = await Promise.all([import('qr/decode.js'), shown(video, stream)]);
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no canvas to look at pictures');
    let isOver = false;
    const look = (): void => {
      if (isOver) return;
      const { videoWidth: width, videoHeight: height } = video;
      if (width > 0 && height > 0) {
        canvas.width = width;
        canvas.height = height;
        context.drawImage(video, 0, 0);
        const text = codeIn(decodeQR, context.getImageData(0, 0, width, height));
        if (text !== null) see(text);
      }
      requestAnimationFrame(look);
    };
    look();
    return () => {
      isOver = true;
      stop();
    };
  } catch (error) {
    stop();
    throw error;
  }
}

async function shown(video: HTMLVideoElement, stream: MediaStream): Promise<void> {
  video.muted = true;
  video.srcObject = stream;
  await video.play();
}

function codeIn(decodeQR: (picture: ImageData) => string, picture: ImageData): string | null {
  try {
    return decodeQR(picture);
  } catch {
    // No code in this picture, or one that was half drawn: the next one comes.
    return null;
  }
}
