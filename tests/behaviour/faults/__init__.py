"""Server on loopback that injects faults on request, in a process of its own.

    python -m tests.behaviour.faults [CERTIFICATE KEY]

With a certificate, it also accepts TLS from clients that have the same certificate. It
prints its origins as JSON and ends when its standard input is closed. `api.yaml`
describes its API. Headers of a request control the faults:

- `X-Fault: 500,reset-after,ok`: faults of the first, second and third attempt; the last
  one is repeated. See `delivery.py`.
- `X-Call: name`: name of the call in the request log. See `request_log.py`.
"""
