import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RelayEnvironmentProvider } from 'react-relay';
import { App } from './App';
import { createEnvironment } from './environment';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <RelayEnvironmentProvider environment={createEnvironment()}>
      <App />
    </RelayEnvironmentProvider>
  </StrictMode>,
);
