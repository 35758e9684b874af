import { X } from 'lucide-react';
import { dismiss, useMessage } from './messages';

/** Says what was done, to everybody. */
export function LiveRegion() {
  const message = useMessage();
  return (
    <div className="message-place">
      <div role="status" aria-live="polite">
        {message && (
          <div className="message card">
            <span>{message.text}</span>
            {message.action && (
              <button
                type="button"
                className="button small"
                onClick={() => {
                  dismiss();
                  message.action!.run();
                }}
              >
                {message.action.label}
              </button>
            )}
            <button type="button" className="icon-button" aria-label="Dismiss" onClick={dismiss}><X className="icon" aria-hidden="true" /></button>
          </div>
        )}
      </div>
    </div>
  );
}
