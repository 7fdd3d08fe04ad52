# docker build --tag canonym . && docker run --rm --volume "$PWD:/drafts" canonym check .
# Who passes the image on passes on Unidecode, which is under the GPL: THIRD-PARTY.md says what follows from that.
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE THIRD-PARTY.md ./
COPY server ./server
RUN python -m venv /opt/canonym \
 && /opt/canonym/bin/pip install --no-cache-dir --disable-pip-version-check .

FROM python:3.13-slim
# git is asked by `canonym check --since`; of repositories of other users it trusts the mounted one alone.
# hadolint ignore=DL3008
RUN apt-get update \
 && apt-get install --yes --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/* \
 && git config --system --add safe.directory /drafts
COPY --from=build /opt/canonym /opt/canonym
ENV PATH="/opt/canonym/bin:$PATH"
WORKDIR /drafts
USER 1000:1000
ENTRYPOINT ["canonym"]
CMD ["--help"]
