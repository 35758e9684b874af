import './styles/base.css';
import './styles/layout.css';
import './styles/graph.css';
import './styles/panel.css';
import './styles/time.css';
import './styles/views.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { RequestError } from './api/client';
import { App } from './App';

// Milliseconds between attempts while the server or its database is away.
const retryDelay = 3_000;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (_, error) => error instanceof RequestError && error.isTemporary,
      retryDelay,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      staleTime: 60_000,
    },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');
createRoot(root).render(
  <QueryClientProvider client={client}>
    <App />
  </QueryClientProvider>,
);
