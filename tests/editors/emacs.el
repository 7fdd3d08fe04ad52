;;; emacs.el --- eglot as a user sets it up -*- lexical-binding: t; -*-
;; Find, hover, mend one, mend all, rename.
;; Run in a newsroom's folder by run.sh: emacs -q --batch -l emacs.el
;; -q and not -Q: the latter hides the packages of Debian, where eglot is one.

(package-initialize)
(require 'eglot)
(require 'flymake)

(setq eglot-sync-connect 30
      eglot-send-changes-idle-time 0
      eglot-confirm-server-initiated-edits nil
      flymake-no-changes-timeout 0.1)
(add-to-list 'eglot-server-programs '(text-mode . ("canonym" "server")))

(defun wait-until (what holds)
  "Wait until HOLDS, or fail saying WHAT was waited for."
  (let ((end (+ (float-time) 30)) done)
    (while (not (setq done (funcall holds)))
      (when (> (float-time) end) (error "Waited in vain: %s" what))
      (accept-process-output nil 0.05))
    done))

(defun findings (word)
  "The diagnostics that speak of WORD."
  (seq-filter (lambda (one) (string-match-p (regexp-quote word) (flymake-diagnostic-text one)))
              (progn (flymake-start) (flymake-diagnostics))))

(defun action (beg end title &optional kind)
  "The code action between BEG and END called TITLE."
  (seq-find (lambda (one) (equal (plist-get one :title) title))
            (append (eglot-code-actions beg end kind nil) nil)))

(defun request (method params)
  "Ask the server METHOD with PARAMS, the buffer being as the server knows it."
  (eglot--signal-textDocument/didChange)
  (jsonrpc-request (eglot-current-server) method params))

(defun finds-mends-and-renames ()
  "The story."
  (with-current-buffer (find-file-noselect (expand-file-name "drafts/draft.txt"))
    (text-mode)
    (setq-local project-find-functions
                (list (lambda (_) (cons 'transient (file-name-directory (directory-file-name default-directory))))))
    (apply #'eglot--connect (eglot--guess-contact))
    (unless (bound-and-true-p eglot--managed-mode) (eglot--maybe-activate-editing-mode))
    (let ((punjir (car (wait-until "findings" (lambda () (findings "Punjir"))))))
      (goto-char (flymake-diagnostic-beg punjir))
      (let* ((hover (request :textDocument/hover (eglot--TextDocumentPositionParams)))
             (card (plist-get (plist-get hover :contents) :value)))
        (unless (string-match-p "Panjshir" card) (error "No card: %S" hover)))
      (let* ((beg (flymake-diagnostic-beg punjir))
             (end (flymake-diagnostic-end punjir))
             (mend (or (action beg end "Replace with “Panjshir”") (error "No quick fix"))))
        (eglot--apply-workspace-edit (plist-get mend :edit) nil)
        (goto-char beg)
        (unless (looking-at-p "Panjshir") (error "Not mended"))))
    (let* ((before (how-many "Masoud" (point-min) (point-max)))
           (all (progn (eglot--signal-textDocument/didChange)
                       (or (action (point-min) (point-max) "Mend all names that are surely misspelt" "source.fixAll.canonym")
                           (error "No fixAll")))))
      (eglot--apply-workspace-edit (plist-get all :edit) nil)
      (unless (< (how-many "Masoud" (point-min) (point-max)) (/ before 2.0)) (error "Not all mended"))
      (eglot--signal-textDocument/didChange)
      (wait-until "fewer findings" (lambda () (< (length (findings "“Masoud”")) (/ before 2.0)))))
    (goto-char (point-min))
    (search-forward "Taliban")
    (backward-char)
    (eglot-rename "Taleban")
    (goto-char (point-min))
    (search-forward "Taleban")
    (dolist (buffer (buffer-list))
      (with-current-buffer buffer (set-buffer-modified-p nil)))
    (eglot-shutdown (eglot-current-server))))

(condition-case failure
    (finds-mends-and-renames)
  (error (message "FAIL %S" failure)
         (kill-emacs 1)))
;;; emacs.el ends here
