using System.Diagnostics;

namespace CsDashboard.Tests.Harness;

/// <summary>
/// A program of the benchmark that works on a database and says each thing it did, until it is killed in the middle of whatever it does.
/// </summary>
internal static class Doomed
{
    /// <summary>
    /// Lets it work until so many lines were taken, and a moment more. Take gives whether a line says what it should: the last may have
    /// been cut by the kill.
    /// </summary>
    public static Task Work(string program, string folder, int lines, Func<string[], bool> take) => Work([program, folder], lines, take);

    /// <summary>As above, on the database of a test, of either kind.</summary>
    public static Task Work(string program, TestDatabase database, int lines, Func<string[], bool> take) =>
        Work(database.ConnectionString is { } postgres ? [program, database.Folder, postgres] : [program, database.Folder], lines, take);

    private static async Task Work(string[] called, int lines, Func<string[], bool> take)
    {
        var bench = Path.Combine(TestRun.Sources, "CsDashboard.Bench", "bin", TestRun.Configuration, "net10.0", "CsDashboard.Bench.dll");
        using var work = Process.Start(
            new ProcessStartInfo("dotnet", [bench, .. called])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var (taken, enough) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var reading = Task.Run(async () =>
        {
            while (await work.StandardOutput.ReadLineAsync() is { } line)
                if (take(line.Split(' ')) && ++taken >= lines)
                    enough.TrySetResult();
        });
        var faults = work.StandardError.ReadToEndAsync();
        if (await Task.WhenAny(enough.Task, reading, Task.Delay(TimeSpan.FromSeconds(120))) != enough.Task)
        {
            work.Kill();
            throw new InvalidOperationException($"{called[0]} did {taken} of {lines}. {await faults}");
        }
        await Task.Delay(Random.Shared.Next(0, 100));
        work.Kill();
        await work.WaitForExitAsync();
        await reading;
    }
}
