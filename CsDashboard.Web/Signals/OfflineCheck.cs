namespace CsDashboard.Web.Signals;

/// <summary>The check that anybody can run on a downloaded record; docs/signal-record.md has the same script, and a test runs it.</summary>
public static class OfflineCheck
{
    public const string Script = """
        import hashlib, json, sys
        previous, position = "0" * 64, 0
        for line in open(sys.argv[1], encoding="utf-8"):
            link, position = json.loads(line), position + 1
            wanted = hashlib.sha256((previous + "\n" + link["entry"]).encode()).hexdigest()
            if (link["previous"], link["hash"], json.loads(link["entry"])["position"]) != (previous, wanted, position):
                sys.exit(f"Link {position} is not what was written")
            previous = link["hash"]
        print(position, "links are whole; the last hash is", previous)
        """;
}
