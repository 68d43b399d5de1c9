/** Parley's mark: two voices over one table. */
export function BrandMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden focusable="false">
      <path
        d="M3 5.5A2.5 2.5 0 0 1 5.5 3h6A2.5 2.5 0 0 1 14 5.5v4a2.5 2.5 0 0 1-2.5 2.5H8l-3.4 2.7A.4.4 0 0 1 4 14.4V12A2.5 2.5 0 0 1 3 9.5z"
        fill="var(--actor)"
      />
      <path
        d="M10 11.5A2.5 2.5 0 0 1 12.5 9h6A2.5 2.5 0 0 1 21 11.5v4A2.5 2.5 0 0 1 20 17.5v2.9a.4.4 0 0 1-.6.3L16 18h-3.5A2.5 2.5 0 0 1 10 15.5z"
        fill="var(--claim)"
        fillOpacity="0.88"
      />
      <path d="M4 21.25h9" stroke="var(--venue)" strokeWidth="2" strokeLinecap="round" strokeDasharray="0.1 3.4" />
    </svg>
  );
}
