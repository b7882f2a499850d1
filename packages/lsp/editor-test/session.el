;; Drives Emacs as its users do: opens put.vtl with the settings of docs/editors/emacs.md and writes a line of JSON a step
;; to the file `told'. As a daemon, since a batch is told of no changed files.
(package-initialize)
(require 'eglot)
(require 'json)
(load (expand-file-name "settings.el") nil t)

(defun tell (what value)
  (write-region (concat (json-encode `((what . ,what) (value . ,value))) "\n") nil "told" t 'quiet))

(defun wait-until (done)
  "Let the server and the timers work until DONE gives something. What takes a minute never comes.
Events are read, as Emacs does for its users: word of a changed file is one."
  (let ((limit (+ (float-time) 60)))
    (while (and (not (funcall done)) (< (float-time) limit))
      (read-event nil nil 0.05))))

(defun problems ()
  (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))

(find-file "put.vtl")
;; `eglot-ensure' connects after the first command, and there are none here.
(run-hooks 'post-command-hook)
(wait-until #'eglot-current-server)
(wait-until #'problems)
(tell "diagnostics" (vconcat (problems)))

(goto-char (point-min))
(search-forward "path")
(backward-char 2)
(tell "hover" (format "%s" (jsonrpc-request (eglot-current-server) :textDocument/hover
                                            (eglot--TextDocumentPositionParams))))

(goto-char (point-min))
(search-forward "$input.")
(let* ((capf (eglot-completion-at-point))
       (labels (all-completions "pa" (nth 2 capf))))
  (tell "completion" (vconcat (mapcar #'substring-no-properties labels))))

(goto-char (point-min))
(search-forward "$order")
(backward-char 2)
(eglot-rename "request")
(tell "rename" (buffer-string))

(eglot-format-buffer)
(tell "format" (buffer-string))

(goto-char (point-min))
(search-forward "ordr")
(tell "actions"
      (vconcat (mapcar (lambda (action) (plist-get action :title))
                       (jsonrpc-request (eglot-current-server) :textDocument/codeAction
                                        (list :textDocument (eglot--TextDocumentIdentifier)
                                              :range (list :start (eglot--pos-to-lsp-position)
                                                           :end (eglot--pos-to-lsp-position))
                                              :context (list :diagnostics []))))))

(let ((template (current-buffer)))
  ;; What is written before Emacs watches is not told of.
  (wait-until (lambda () (> (hash-table-count (eglot--file-watches (eglot-current-server))) 0)))
  (with-current-buffer (find-file-noselect "vtl.config.json")
    (insert "{ \"rules\": { \"undefined-reference\": \"off\", \"empty-unquoted-value\": \"off\" } }")
    (save-buffer))
  (set-buffer template)
  (wait-until (lambda () (null (problems))))
  (tell "configure" (length (problems))))

(eglot-shutdown (eglot-current-server))
(kill-emacs)
