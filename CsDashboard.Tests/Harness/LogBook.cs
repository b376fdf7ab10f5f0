using System.Collections.Concurrent;
using CsDashboard.Accounts;
using CsDashboard.Foundation;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CsDashboard.Tests.Harness;

/// <summary>Keeps what was logged, for tests that ask.</summary>
public sealed class LogBook : ILoggerProvider
{
    public sealed record Line(string Category, LogLevel Level, string Text, Exception? Error)
    {
        public override string ToString() => $"{Level} {Category}: {Text}{(Error is null ? "" : Environment.NewLine + Error)}";
    }

    private readonly ConcurrentQueue<Line> lines = new();

    public IReadOnlyList<Line> Lines => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Writer(categoryName, lines);

    public void Dispose() { }

    private sealed class Writer(string category, ConcurrentQueue<Line> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
                lines.Enqueue(new(category, logLevel, formatter(state, exception), exception));
        }
    }
}
