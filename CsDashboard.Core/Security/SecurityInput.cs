using CsDashboard.Foundation.Events;

namespace CsDashboard.Security;

/// <summary>What somebody found suspicious about their account.</summary>
public sealed class SuspicionInput
{
    public const int MaxType = 60,
        MaxText = 2_000;

    [Text(MaxType)]
    public string? ActivityType { get; set; }

    [Text(MaxText)]
    public string? Description { get; set; }

    [Text(MaxText, Optional = true)]
    public string? Evidence { get; set; }
}

/// <summary>What somebody of staff does with an alert or a report: another state, a note, or both.</summary>
public sealed class CaseStep
{
    public const int MaxNote = 2_000;

    [WordOf<CaseState>]
    public string? State { get; set; }

    [Text(MaxNote, Optional = true)]
    public string? Note { get; set; }
}

/// <summary>Which alerts or reports: of a state, of a severity; null for all.</summary>
public sealed record CaseFilter(bool Reports = false, CaseState? State = null, Severity? Severity = null)
{
    /// <summary>The filter in one line, for the record of an export.</summary>
    internal string Told =>
        string.Join(
            ' ',
            new[]
            {
                State is { } state ? "state=" + Word.Of(state) : null,
                Severity is { } severity ? "severity=" + Word.Of(severity) : null,
            }.OfType<string>()
        )
            is { Length: > 0 } told
            ? told
            : "*";
}

/// <summary>Title is the word of the alert's type, or what the report is about.</summary>
public sealed record SecurityCaseChanged(Guid CaseId, string Kind, string Title, CaseState From, CaseState To, string? Note) : IEvent
{
    public Subject About => new(Kind, CaseId);
    public (string, object?[]) Sentence =>
        (
            From == To ? "Event_CaseNoted" : "Event_CaseMoved",
            [Word.TryRead<AlertType>(Title) is { } type ? new SaidWord("Alert_" + type) : Title, new SaidWord("CaseState_" + To)]
        );
    public object? Before => From == To ? null : new { State = From };
    public object? After => From == To ? null : new { State = To };
    string IEvent.Action => From == To ? "NOTE" : "UPDATE";
}

/// <summary>Alerts or reports were exported to a file; Filter says which, * means all.</summary>
public sealed record SecurityCasesExported(Guid TenantId, bool Reports, string Filter, int Rows) : IEvent
{
    public Subject About => new(Reports ? "suspicious_report" : "security_alert", TenantId);
    string IEvent.Action => "EXPORT";
    public (string, object?[]) Sentence => (Reports ? "Event_ReportsExported" : "Event_AlertsExported", [Rows]);
    public object? After => new { Filter, Rows };
}

public sealed record SuspicionReported(Guid ReportId, Guid? Customer, string ActivityType) : IEvent
{
    public Subject About => new("suspicious_report", ReportId);
    public (string, object?[]) Sentence => ("Event_SuspicionReported", [ActivityType]);
    public object? After => new { ActivityType };
    public Guid? ForCustomer => Customer;
}

public sealed record SecurityAlertRaised(Guid AlertId, Guid? Customer, AlertType Type, Severity Severity, string Name) : IEvent
{
    public Subject About => new("security_alert", AlertId);
    public (string, object?[]) Sentence => ("Event_AlertRaised_" + Type, [Name]);
    public object? After => new { Type, Severity };
    public Guid? ForCustomer => Customer;
}

/// <summary>Somebody's second factor is to be set up, and they are told where.</summary>
public sealed record SecondFactorBegun(Guid UserId, Guid Customer) : IEvent
{
    public Subject About => new("user", UserId);
    public (string, object?[]) Sentence => ("Event_SecondFactorBegun", []);
    public Guid? ForCustomer => Customer;
}
