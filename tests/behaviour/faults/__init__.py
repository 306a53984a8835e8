"""A server on loopback that fails as it is told, in a process of its own.

    python -m tests.behaviour.faults [CERTIFICATE KEY]

With a certificate it speaks TLS, too, with clients that show the same certificate.
It prints the origins it listens on as JSON, and ends when its standard input does. What
it offers is described by `api.yaml`; what comes on top travels in headers:

- `X-Fault: 500,reset-after,ok`: how the first, second, third try is answered; the last
  one is repeated. See `delivery.py`.
- `X-Call: name`: under which name the ledger counts the tries. See `ledger.py`.
"""
