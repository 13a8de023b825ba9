/** The guide of the younger tiers. */
export function Quetzal() {
  return (
    <svg class="quetzal" viewBox="0 0 58 84" aria-hidden="true">
      <path fill="#0b6b53" d="M23 42L0 70l5 4 24-30zM26 44L8 80l6 3 20-40z" />
      <path fill="#55d1a9" d="M29 42L20 81l5 1 12-42z" />
      <path
        fill="#55d1a9"
        d="M33 12l-2-7 6 2 3-6 4 5 6-1-1 6c4 8 1 22-11 29l-12 6c-4-12-1-27 7-34z"
      />
      <path fill="#b81d45" d="M48 22c2 8-2 16-11 19l-4-6c4-4 8-8 9-13z" />
      <path fill="#0b6b53" d="M7 22l30-3c-2 9-9 16-19 15l-3-4 3-1z" />
      <path fill="#fbf4e6" d="M25 36l10-2-4 8-6 3z" />
      <path fill="#f5ad2e" d="M49 8l8 3.5-8 2.500z" />
      <path fill="#191a36" d="M41 9.500a2 2 0 104 0 2 2 0 10-4 0" />
    </svg>
  );
}
