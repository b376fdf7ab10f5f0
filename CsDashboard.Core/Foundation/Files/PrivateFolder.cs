using System.Runtime.InteropServices;

namespace CsDashboard.Foundation.Files;

/// <summary>
/// The data folder belongs to the service alone: it holds messages, hashes, keys and mails with links that let somebody in. Other users of
/// the machine neither list nor read it.
/// </summary>
public static class PrivateFolder
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// From here on only this user can read what the process writes. Makes the folder, and closes whatever is open to others in an existing
    /// one. Gives what could not be closed because it belongs to somebody else.
    /// </summary>
    public static IReadOnlyList<string> Prepare(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return [];
        }
        _ = umask(0b000_111_111);
        Directory.CreateDirectory(folder);
        // Nobody reaches files in a closed folder, so its content is only checked if the folder was open.
        var wasOpen = IsOpen(folder, Own);
        var open = new List<string>();
        Close(folder, Own, open);
        if (!wasOpen)
            return open;
        var all = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = true,
        };
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", all))
            Close(inner, Own, open);
        foreach (var file in Directory.EnumerateFiles(folder, "*", all))
            Close(file, OwnFile, open);
        return open;
    }

    private static bool IsOpen(string path, UnixFileMode allowed) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~allowed) != UnixFileMode.None;

    private static void Close(string path, UnixFileMode mode, List<string> open)
    {
        if (OperatingSystem.IsWindows() || !IsOpen(path, mode))
            return;
        try
        {
            File.SetUnixFileMode(path, mode);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            open.Add(path);
        }
    }

    [DllImport("libc")]
    private static extern uint umask(uint mask);
}
