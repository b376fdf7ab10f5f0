using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CsDashboard.Security.Scanning;

/// <summary>
/// Says whether a text looks like an attack on a program that would take it for code (contract: market, Input scan). It advises those who
/// hand texts on; nothing here depends on it. Words alone are no attack: each pattern wants the structure that makes one work.
/// Every pattern
/// runs in time that grows with the text alone.
/// </summary>
public static partial class InputScan
{
    public const int MaxLength = 64 * 1024;
    private const int MaxPiece = 80;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>Invalid, with field input_data, for nothing at all and beyond 64 KB.</summary>
    public static ScanResult Of(string? text)
    {
        if (text is null)
            throw Refusal.Invalid("input_data", Words.Of("Text_Required"));
        if (text.Length > MaxLength)
            throw Refusal.Invalid("input_data", Words.Of("Text_TooLong", MaxLength));
        var plain = Plain(text);
        return new([
            .. All.Select(one => (one.Threat, Piece: one.Patterns.Select(p => p.Match(plain)).FirstOrDefault(m => m.Success)?.Value))
                .Where(one => one.Piece is not null)
                .Select(one => (one.Threat, one.Piece!.Length > MaxPiece ? one.Piece[..MaxPiece] : one.Piece)),
        ]);
    }

    public static string Label(Threat threat) =>
        threat switch
        {
            Threat.Sql => "SQL injection attempt",
            Threat.Script => "XSS attack attempt",
            Threat.Path => "Path traversal attempt",
            Threat.Command => "Command injection attempt",
        };

    // What programs would make of it: twice percent-encoded, entities, look-alike letters, comments between words.
    private static string Plain(string text)
    {
        var plain = text.Replace('\0', ' ');
        for (var i = 0; i < 2 && plain.Contains('%'); i++)
            plain = Uri.UnescapeDataString(plain.Replace('+', ' '));
        if (plain.Contains('&'))
            plain = WebUtility.HtmlDecode(plain);
        try
        {
            plain = plain.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: no letter looks like it.
        }
        return Comment().Replace(plain, " ");
    }

    private static readonly (Threat Threat, Regex[] Patterns)[] All =
    [
        (Threat.Sql, [SqlUnion(), SqlSelect(), SqlQuote(), SqlEnd(), SqlSame(), SqlStacked(), SqlStatement(), SqlFunction()]),
        (Threat.Script, [ScriptElement(), ScriptHandler(), ScriptAddress(), ScriptCode()]),
        (Threat.Path, [PathUp(), PathRoot(), PathFile()]),
        (Threat.Command, [CommandAfter(), CommandOf(), CommandInside(), CommandCall(), CommandPlain()]),
    ];

    [GeneratedRegex(@"/\*[^*]{0,60}\*/", Options)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bunion\b\s*\(?\s*(all\s+|distinct\s+)?\(?\s*select\b", Options)]
    private static partial Regex SqlUnion();

    [GeneratedRegex(
        @"\bselect\s+(\*|@@\w+|[\w.`]+\([^)]{0,60}\)|[\w.`]+(\s*,\s*[\w.`*]+)+)\s*(from\s+[\w.`\[]+|--|$|into\s+(outfile|dumpfile))"
            + @"|\bselect\b[^.!?]{1,120}\bfrom\s+[\w.`\[]+\s*(where\s+\S+\s*(=|<|>|like|in\b)|limit\s+\d|order\s+by\s+\d|;|--|\)\s*(--|=|>|<))",
        Options
    )]
    private static partial Regex SqlSelect();

    [GeneratedRegex(
        @"['""`]\s*\)*\s*(or|and|xor|\|\||&&|having|where)\s*\(?\s*(not\s+)?(['""`]?[\w@.]*['""`]?\s*(=|<>|!=|<|>|like\b|is\s+null|in\s*\(|between\b)|exists\s*\(|\w+\s*\()",
        Options
    )]
    private static partial Regex SqlQuote();

    [GeneratedRegex(@"['""`]\s*[);]*\s*(--|#|/\*)\s*[-+}]?\s*$|\border\s+by\s+\d+\s*(--|#)|\bgroup\s+by\s+[\w.]+\s+having\s+\d", Options)]
    private static partial Regex SqlEnd();

    [GeneratedRegex(
        @"(\b(or|and|having)|\|\||&&)\s*\(?\s*['""]?(\d+['""]?\s*=\s*['""]?\d+|true\s*(--|#|\}|$))\s*\)?\s*(--|#|;|/\*|[)}]|limit\b|order\b|and\b|or\b|$)",
        Options
    )]
    private static partial Regex SqlSame();

    [GeneratedRegex(
        @";\s*(drop\s+(table|database|schema|view|user|index)|truncate\s+table|alter\s+(table|user|database)|create\s+(table|user|login)|delete\s+from"
            + @"|insert\s+into|update\s+\w+\s+set|exec(ute)?\s+\S|declare\s+@|shutdown\b|grant\s+all|waitfor\s+delay)",
        Options
    )]
    private static partial Regex SqlStacked();

    [GeneratedRegex(
        @"\binsert\s+into\s+[\w.`\[\]]+\s*(\(|values\b|select\b)|\bupdate\s+[\w.`\[\]]+\s+set\s+[\w.`]+\s*="
            + @"|\bdelete\s+from\s+[\w.`\[\]]+\s*(where\s+\S+\s*(=|<|>|like|in\b)|;|--)|\b(drop|truncate)\s+(table|database)\s+(if\s+exists\s+)?[\w.`\[\]]+\s*(;|--|$)"
            + @"|\bcreate\s+table\s+[\w.`\[\]]+\s*\(",
        Options
    )]
    private static partial Regex SqlStatement();

    [GeneratedRegex(
        @"\b(pg_sleep|sleep|benchmark|load_file|extractvalue|updatexml|randomblob)\s*\(\s*['""\w]+\s*[,)]|\bwaitfor\s+delay\s+['""]"
            + @"|\binformation_schema\s*\.|\b(sqlite_master|sysobjects|pg_catalog|mysql\.user|all_tables)\b\s*(where|--|;|limit|\)|$)|\bxp_cmdshell\b|\bexec(ute)?\s+(master\b|sp_|xp_)",
        Options
    )]
    private static partial Regex SqlFunction();

    [GeneratedRegex(
        @"<\s*/?\s*script\b|(^|[^a-z_])<\s*(iframe|object|embed|applet|frame|base|meta|svg|math|link)\b(\s+[\w:-]+\s*=|\s*/?\s*>|/)",
        Options
    )]
    private static partial Regex ScriptElement();

    [GeneratedRegex(
        @"<\s*[a-z!][^>]{0,400}[\s/""']on[a-z]{3,24}\s*=|['""]\s*/?\s*on[a-z]{3,24}\s*=\s*['""]?\w+|<[a-z]+[^>]{0,200}\bsrcdoc\s*=",
        Options
    )]
    private static partial Regex ScriptHandler();

    [GeneratedRegex(
        @"\b(href|src|action|formaction|data|background|xlink:href|content)\s*=\s*['""]?[^'"">]{0,20}(j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:"
            + @"|(^|[^a-z_])(javascript|vbscript)\s*:\s*(/[/*]|void\b|\(|[\w.]+\s*[(=`])|\bdata\s*:\s*text/html|url\s*\(\s*['""]?\s*javascript\s*:",
        Options
    )]
    private static partial Regex ScriptAddress();

    [GeneratedRegex(
        @"\bdocument\s*\.\s*(cookie|location|write)\s*([.(=)+;]|$)|style\s*=\s*['""][^'""]{0,100}expression\s*\(|<\s*[a-z]+[^>]{0,200}\bbackground\s*:\s*url\s*\(\s*javascript",
        Options
    )]
    private static partial Regex ScriptCode();

    [GeneratedRegex(
        @"(\.\.[/\\]+){2,}|(\.{4,}[/\\]{2,}){2,}|(\.\.;/){2,}|(\.\.(\uFFFD|%c0%af|%c1%9c|%5c|%2f)+){2,}|(\.\.%u22(15|16)){2,}",
        Options
    )]
    private static partial Regex PathUp();

    [GeneratedRegex(
        @"\.\.[/\\]+(etc|windows|winnt|boot|proc|var|root|home|usr|bin|web-inf|wp-config|config|\.env|\.ssh|\.git|\.htaccess|\.aws)",
        Options
    )]
    private static partial Regex PathRoot();

    [GeneratedRegex(
        @"(^|[\s=:'""(/])/+etc/+(passwd|shadow|hosts|group|sudoers)\b|/proc/self/(environ|cmdline|maps|fd)|\b[a-z]:[\\/]+(windows|winnt)[\\/]+(system32|win\.ini|repair)"
            + @"|\b(file|php|expect|zip|phar|jar):/{2,3}(filter|input|etc|proc|c:|windows|/)|[\\/]\.(ssh|aws)[\\/](id_rsa|credentials|authorized_keys)",
        Options
    )]
    private static partial Regex PathFile();

    [GeneratedRegex(
        @"(;|\|{1,2}|&{1,2}|\n|%0a|^\s*\$\()\s*(sudo\s+)?(/(usr/)?s?bin/)?(whoami|uname|ifconfig|netstat|printenv|hostname|id|env|ps|set|ls|dir|pwd|reboot|shutdown)\s*(-\w+\s*)?([;&|#)`]|$)"
            + @"|(;|\|{1,2}|&{1,2}|\n)\s*(sudo\s+)?(/(usr/)?s?bin/)?(cat|ls|rm|cp|mv|nc|ncat|sh|bash|zsh|python[23]?|perl|php|ruby|ping|echo|touch|kill|type|dir|curl|wget|chmod|chown|nslookup|dig|powershell|certutil|find|tail|head|tee|more|less|net|telnet|ssh|scp|ftp|tftp|cmd|sed|awk|grep|xargs|crontab|useradd|passwd)(\.exe)?\s+(-{1,2}\w|/|\$|>|<|\.{1,2}/|[a-z]:\\|https?://|ftp://|\d+\.\d+|['""]?/|user\b|localhost\b)"
            + @"|(;|\|{1,2}|&{1,2})\s*(sleep|timeout)\s+(/t\s+)?\d+\s*([;&|#]|$)",
        Options
    )]
    private static partial Regex CommandAfter();

    [GeneratedRegex(
        @"\$\(\s*(sudo\s+)?(/(usr/)?bin/)?(cat|ls|id|whoami|uname|curl|wget|nc|bash|sh|python[23]?|perl|rm|sleep|ping|printf|echo|env|hostname|nslookup|touch)\b[^)]{0,200}\)?",
        Options
    )]
    private static partial Regex CommandOf();

    [GeneratedRegex(
        @"`\s*(whoami|id|uname(\s+-\w+)?|hostname|cat\s+[/.~$]|(wget|curl)\s+(-\w+\s+)*(https?:|\$)|rm\s+-|ping\s+-|sleep\s+\d|nc\s+-|nslookup\s|bash\s+-|sh\s+-)[^`]{0,200}`",
        Options
    )]
    private static partial Regex CommandInside();

    [GeneratedRegex(
        @"\b(eval|assert|system|exec|passthru|shell_exec|popen|proc_open|os\.system|os\.popen|child_process\.\w+|subprocess\.\w+|runtime\.getruntime\(\)\.exec|process\.start)\s*\(\s*(\[\s*)?['""$`(b]"
            + @"|\b(eval|exec)\s*\(\s*(base64_decode|atob|compile|__import__|unescape|string\.fromcharcode)\b|\b__import__\s*\(\s*['""](os|subprocess)",
        Options
    )]
    private static partial Regex CommandCall();

    [GeneratedRegex(
        @"\$\{\s*(ifs|jndi\s*:|(lower|upper|env|sys)\s*:|[^}]{0,60}:-)|/dev/(tcp|udp)/|/bin/(ba|z|k|c|da)?sh\b\s*(-\w|[;|&]|$)|\bnc(at)?\s+(-\w+\s+)*-\w*e\s|\brm\s+-(rf|fr|r\s+-f)\s+[/~*.]"
            + @"|\bcmd(\.exe)?\s*/[ck]\s|\bpowershell(\.exe)?\s+(-\w+\s+)*-(e|enc|encodedcommand|nop|noprofile|w|windowstyle|c|command|ep|exec)\b|:\s*\(\s*\)\s*\{\s*:\s*\|\s*:\s*&",
        Options
    )]
    private static partial Regex CommandPlain();
}
