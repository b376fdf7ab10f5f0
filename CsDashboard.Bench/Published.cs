using System.Diagnostics;

namespace CsDashboard.Bench;

/// <summary>The product as it is delivered: published for release into a folder beside the sources, by what they are now.</summary>
internal static class Published
{
    public static async Task<string> Folder()
    {
        var (root, folder) = (Sources, Path.Combine(Artifacts, "published"));
        var start = new ProcessStartInfo("dotnet", ["publish", "CsDashboard.Web", "-c", "Release", "-o", folder, "-v", "quiet", "--nologo"])
        {
            WorkingDirectory = root,
            // Servers of the build would outlive it and run beside what is measured.
            Environment =
            {
                ["MSBUILDDISABLENODEREUSE"] = "1",
                ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
                ["UseSharedCompilation"] = "false",
            },
        };
        using var publishing = Process.Start(start)!;
        await publishing.WaitForExitAsync();
        return publishing.ExitCode == 0 ? folder : throw new InvalidOperationException("The product could not be published.");
    }

    /// <summary>What is made from the sources and may be thrown away.</summary>
    public static string Artifacts => Path.Combine(Sources, "artifacts");

    private static string Sources
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "CsDashboard.sln")))
                folder = folder.Parent ?? throw new InvalidOperationException("The benchmark does not lie among the sources.");
            return folder.FullName;
        }
    }
}
