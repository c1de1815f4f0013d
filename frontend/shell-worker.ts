import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/**
 * The service worker and the manifest (docs/decisions/0013). The worker keeps the built shell and nothing else: what the server
 * answers is never in its cache. A page comes from the server whenever that answers, and from the cache only when it does not.
 */
export const shellWorker = (): PluginOption =>
  VitePWA({
    strategies: 'generateSW',
    filename: 'sw.js',
    // The application asks for it itself, once somebody is signed in.
    injectRegister: false,
    includeManifestIcons: false,
    manifest: {
      id: '/',
      name: 'Pejling',
      short_name: 'Pejling',
      description: 'Planlæg PLF-møder, afprøv handlinger og følg pejlemærker.',
      lang: 'da',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      theme_color: '#1f5a6b',
      background_color: '#f7f5f0',
      icons: [
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      ],
    },
    workbox: {
      globPatterns: ['index.html', 'first.css', 'icon.svg', 'assets/**/*.{js,css,woff2}'],
      // Their names carry a hash of their content.
      dontCacheBustURLsMatching: /^assets\//,
      // Else every page would come from the cache first, and an old one from a server that has a new.
      navigateFallback: null,
      directoryIndex: null,
      cleanupOutdatedCaches: true,
      // A new worker waits until the last page of the old is closed: no open page loses a part it has yet to fetch.
      skipWaiting: false,
      // The first page that asked for it is kept at once, though: it may be the only one before the connection goes.
      clientsClaim: true,
      inlineWorkboxRuntime: true,
      sourcemap: false,
      runtimeCaching: [
        {
          urlPattern: ({ request }) => request.mode === 'navigate',
          handler: 'NetworkOnly',
          options: {
            precacheFallback: { fallbackURL: 'index.html' },
            plugins: [
              {
                // A network that is there and carries nothing, as on a school's guest net, is no network.
                requestWillFetch: ({ request }) =>
                  Promise.resolve(new Request(request, { signal: AbortSignal.timeout(6_000) })),
                fetchDidSucceed: ({ response }) => {
                  // A proxy whose server is away answers in its place.
                  if (response.status >= 500) throw new Error('away');
                  return Promise.resolve(response);
                },
              },
            ],
          },
        },
      ],
    },
  });
