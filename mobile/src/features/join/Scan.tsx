import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "./strings";

interface Props {
  /** Takes what was read; false when it is not one of ours. */
  onRead: (text: string) => boolean;
  onStop: () => void;
}

/** The camera, from the tap until a square is read: the reader comes only then. */
export function Scan({ onRead, onStop }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [said, setSaid] = useState<"scanning" | "scan_not" | "scan_other">("scanning");
  useEffect(() => {
    let gone = false;
    let stop = () => {};
    const start = async () => {
      // It uses the phone's own BarcodeDetector where there is one.
      const { default: QrScanner } = await import("qr-scanner");
      if (gone || !video.current) return;
      const take = ({ data }: { data: string }) => {
        if (!onRead(data)) setSaid("scan_other");
      };
      const scanner = new QrScanner(video.current, take, { returnDetailedScanResult: true });
      stop = () => scanner.destroy();
      await scanner.start();
    };
    start().catch(() => setSaid("scan_not"));
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return (
    <section>
      {said !== "scan_not" && <video class="scan" ref={video} muted playsInline />}
      <p role="status">{say(said)}</p>
      <button class="b line" type="button" onClick={onStop}>
        {say("scan_stop")}
      </button>
    </section>
  );
}

/** What a square of ours says: the class's code or a card's secret. */
export function meant(text: string): { code?: string; card?: string } | undefined {
  const [, place, arg] = /#\/(join|card)\/([\w-]+)$/.exec(text) ?? [];
  if (!arg) return undefined;
  return place === "join" ? { code: arg } : { card: arg };
}
