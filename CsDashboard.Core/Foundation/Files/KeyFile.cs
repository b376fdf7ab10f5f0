using System.Security.Cryptography;

namespace CsDashboard.Foundation.Files;

/// <summary>
/// A key of 32 random bytes in the folder keys/ of the data folder, which only the service reads; made once, by whoever is the first to
/// need it.
/// </summary>
public static class KeyFile
{
    public const int Length = 32;

    public static string At(string dataFolder, string name) => Path.Combine(dataFolder, "keys", name);

    /// <summary>Null when it is missing, unreadable or not such a key.</summary>
    public static byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path) is { Length: Length } key ? key : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The key that is there, or a new one. Null when it can be neither made nor read.</summary>
    public static byte[]? Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Written whole under a name of its own: if several processes are first, one puts its file in place and all read that one.
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(draft, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
        return Read(path);
    }
}
