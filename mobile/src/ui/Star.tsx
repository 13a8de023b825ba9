/** The woven eight-pointed star: how far a story has come is told by its shape, not by colour. */
export const STAR = "M4-8V-4H8L4 0 8 4H4V8L0 4-4 8V4H-8L-4 0-8-4H-4V-8L0-4Z";
export const PETALS = "M0 0V-4L4-8V-4ZM0 0H4L8 4H4ZM0 0V4L-4 8V4ZM0 0H-4L-8-4H-4Z";
const FRAME = "M0-11L11 0 0 11-11 0Z";

interface Props {
  /** 0 not finished .. 3 */
  stars: number;
  next?: boolean;
  due?: boolean;
  size?: number;
}

export function Star({ stars, next, due, size = 42 }: Props) {
  const full = stars > 1 || due;
  return (
    <svg class="star" width={size} height={size} viewBox="-12 -12 24 24" aria-hidden="true">
      <path class="under" d={stars > 2 || next ? FRAME : STAR} />
      {(stars > 2 || next) && <path class={next ? "frame next" : "frame"} d={FRAME} />}
      <g class={due ? "due" : undefined} transform={stars > 2 || next ? "scale(.72)" : undefined}>
        <path class={full ? "full" : stars || next ? "out lit" : "out"} d={STAR} />
        {stars > 0 && <path class={full ? "shade" : "full"} d={PETALS} />}
      </g>
      {due && <path class="loose" d="M4 5q4 2 3 5t3 3" />}
    </svg>
  );
}

/** A row of three small stars with its meaning in words. */
export function Stars({ got, label }: { got: number; label: string }) {
  return (
    <div class="stars" role="img" aria-label={label}>
      {[1, 2, 3].map((n) => (
        <Star key={n} stars={n <= got ? 2 : 0} size={36} />
      ))}
    </div>
  );
}
