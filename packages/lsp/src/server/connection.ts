import type {
  CancellationToken,
  Disposable,
  InitializeParams,
  InitializeResult,
  NotificationHandler,
  ProtocolNotificationType,
  ProtocolRequestType,
  ProtocolRequestType0,
} from "vscode-languageserver-protocol";

/** What the server needs of a connection; that of `vscode-languageserver` fits, for Node and for browsers. */
export interface ServerConnection {
  onInitialize(handler: (params: InitializeParams) => InitializeResult): Disposable;
  onInitialized(handler: () => void): Disposable;
  onShutdown(handler: () => void): Disposable;
  onRequest<P, R, PR, E, RO>(
    type: ProtocolRequestType<P, R, PR, E, RO>,
    handler: (params: NoInfer<P>, token: CancellationToken) => NoInfer<R> | Promise<NoInfer<R>>,
  ): Disposable;
  onNotification<P, RO>(type: ProtocolNotificationType<P, RO>, handler: NoInfer<NotificationHandler<P>>): Disposable;
  sendRequest<R, PR, E, RO>(type: ProtocolRequestType0<R, PR, E, RO>, token?: CancellationToken): Promise<R>;
  sendRequest<P, R, PR, E, RO>(
    type: ProtocolRequestType<P, R, PR, E, RO>,
    params: P,
    token?: CancellationToken,
  ): Promise<R>;
  sendNotification<P, RO>(type: ProtocolNotificationType<P, RO>, params: P): Promise<void>;
}
