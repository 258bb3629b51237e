/** How far somebody is who gives a PIN, or has to make one of their own because the office gave the first. */
export type PinSteps =
  | { readonly step: 'pin' }
  | { readonly step: 'new'; readonly starting: string; readonly problem: 'same' | 'differs' | null }
  | { readonly step: 'again'; readonly starting: string; readonly chosen: string };

export type PinGiven =
  | { readonly steps: PinSteps }
  /** Complete: to be tried, with a new PIN where one was made. */
  | { readonly pin: string; readonly newPin?: string };

/** A whole PIN was typed at this step. */
export function givePin(steps: PinSteps, typed: string): PinGiven {
  switch (steps.step) {
    case 'pin':
      return { pin: typed };
    case 'new': {
      const { starting } = steps;
      if (typed === starting) return { steps: { step: 'new', starting, problem: 'same' } };
      return { steps: { step: 'again', starting, chosen: typed } };
    }
    case 'again': {
      const { starting, chosen } = steps;
      if (typed === chosen) return { pin: starting, newPin: typed };
      return { steps: { step: 'new', starting, problem: 'differs' } };
    }
  }
}
