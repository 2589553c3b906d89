#!/usr/bin/env bash
# Builds everything and runs every test project; the last line is the real total.
# Needs the .NET 10 SDK. The MongoDB suites start tests/tools/mongo-standin where python3-mongomock is installed, or use the server that
# CLIENTTRACKING_MONGODB names; the PostgreSQL suites start a private cluster where Debian's postgresql is installed, or use the server that
# CLIENTTRACKING_POSTGRES names; where a machine has neither, both run in a container of Docker. Without any they are skipped with the reason,
# and fail with CLIENTTRACKING_REQUIRE_SERVERS=1.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
results=artifacts/test-results
rm -rf "$results"
mkdir -p "$results"
dotnet build ClientTracking.sln -c Release -v quiet --nologo || exit 1
failed=0
for project in tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  echo "== $name"
  dotnet "artifacts/bin/$name/release/$name.dll" -noColor -noLogo -trx "$results/$name.trx" || failed=1
done
count() { # attribute of the Counters element, over all reports
  cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{ sum += $1 } END { print sum + 0 }'
}
total=$(count total) passed=$(count passed) wrong=$(($(count failed) + $(count error) + $(count timeout) + $(count aborted)))
skipped=$((total - passed - wrong))
reports=$(ls "$results"/*.trx 2>/dev/null | wc -l)
projects=$(ls tests/*.Tests/*.csproj | wc -l)
if [ "$reports" -ne "$projects" ]; then
  echo "Only $reports of $projects test projects reported." >&2
  failed=1
fi
[ "$passed" -gt 0 ] || failed=1
echo "$passed passed, $wrong failed, $skipped skipped"
exit "$failed"
