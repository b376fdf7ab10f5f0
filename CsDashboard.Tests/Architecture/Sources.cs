using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CsDashboard.Tests.Architecture;

internal static class Sources
{
    /// <summary>Files of the sources, without what was built or fetched.</summary>
    public static IEnumerable<string> Files(string pattern) =>
        Directory
            .EnumerateFiles(TestRun.Sources, pattern, SearchOption.AllDirectories)
            .Select(f => f.Replace('\\', '/'))
            .Where(f =>
                !Path.GetRelativePath(TestRun.Sources, f)
                    .Split('/')
                    .Any(part => part is "bin" or "obj" or "artifacts" or "node_modules" or ".git" or "TestResults" or "data")
            );
}
