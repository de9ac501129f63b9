export { HttpClientError, isPublicAddress, type HttpErrorCode } from './addresses';
export {
  createHttpClient,
  type HttpClient,
  type HttpClientOptions,
  type HttpRequest,
  type HttpResponse,
} from './client';
