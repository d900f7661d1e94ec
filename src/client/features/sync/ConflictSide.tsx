/** One of the two values, whole, and whose it is. */
interface ConflictSideProps {
  readonly label: string;
  readonly value: string;
  readonly who: string;
  readonly inUse?: boolean;
}

export const ConflictSide = (props: ConflictSideProps) => (
  <div class="side" classList={{ 'in-use': props.inUse ?? false }}>
    <h4>{props.label}</h4>
    <p class="lines said">{props.value}</p>
    <p class="s dim">{props.who}</p>
  </div>
);
