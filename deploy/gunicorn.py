"""gunicorn in production, behind the edge; WEB_CONCURRENCY sets the number of workers."""

bind = "0.0.0.0:8000"
worker_class = "gthread"
threads = 4
timeout = 30
graceful_timeout = 20
# A worker's heartbeat file on a real disk can block it.
worker_tmp_dir = "/dev/shm"  # noqa: S108 - memory, and private to the container
# No access log: children's addresses are never kept.
accesslog = None
