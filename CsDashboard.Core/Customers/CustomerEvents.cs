using CsDashboard.Foundation.Events;

namespace CsDashboard.Customers;

public sealed record CustomerAdded(Guid CustomerId, string Name, string Email) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerAdded", [Name]);
    public object? After => new { Name, Email };
}

public sealed record CustomerChanged(Guid CustomerId, string Name, CustomerFacts From, CustomerFacts To) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerChanged", [Name]);
    public object? Before => From;
    public object? After => To;
}

public sealed record CustomerStatusChanged(Guid CustomerId, string Name, CustomerStatus From, CustomerStatus To, string? Reason) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerStatusChanged", [Name, To]);
    public object? Before => new { Status = From };
    public object? After => new { Status = To, Reason };
}

public sealed record CustomerTypeChanged(Guid CustomerId, string Name, CustomerType From, CustomerType To) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerTypeChanged", [Name, To]);
    public object? Before => new { Type = From };
    public object? After => new { Type = To };
}

public sealed record CustomerTierChanged(Guid CustomerId, string Name, string From, string To) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerTierChanged", [Name, To]);
    public object? Before => new { MembershipTier = From };
    public object? After => new { MembershipTier = To };
}

/// <summary>A record that was there got the id of an outside service.</summary>
public sealed record CustomerLinked(Guid CustomerId, string Name, string OutsideId) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerLinked", [Name, OutsideId]);
    public object? After => new { OutsideId };
}

/// <summary>An address is never changed (rules.md 000); the attempt is kept.</summary>
public sealed record EmailChangeAttempted(Guid CustomerId, string Name, string Email, string Wanted) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_EmailChangeAttempted", [Name]);
    public object? Before => new { Email };
    public object? After => new { Email, Wanted };
}

/// <summary>Deleting leaves the record there (rules.md 000 and C4); with a reason it was refused.</summary>
public sealed record DeleteAttempted(Guid CustomerId, string Name, CustomerStatus From, CustomerStatus To, string? Refused) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => (Refused is null ? "Event_CustomerRemoved" : "Event_DeleteRefused", [Name]);
    public object? Before => new { Status = From };
    public object? After => new { Status = To, Refused };
}

public sealed record CustomerFiguresSet(Guid CustomerId, string Name, CustomerFigures From, CustomerFigures To) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerFiguresSet", [Name]);
    public object? Before => From;
    public object? After => To;
}

public sealed record CustomerNoted(Guid CustomerId, Guid NoteId, string Name, string Text) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerNoted", [Name]);
    public object? After => new { Note = Text };
}

public sealed record QuestionnaireAnswered(Guid CustomerId, string Name, int Version, QuestionnaireFacts? From, QuestionnaireFacts To) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_QuestionnaireAnswered", [Name, Version]);
    public object? Before => From;
    public object? After => To;
}

public sealed record RiskPlanChanged(Guid CustomerId, string Name, RiskLimits? From, RiskLimits To) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_RiskPlanChanged", [Name]);
    public object? Before => From;
    public object? After => To;
}

/// <summary>Customers left the house as a file; Filter says which, * stands for all.</summary>
public sealed record CustomersExported(Guid TenantId, string Filter, int Rows) : IEvent
{
    public Subject About => new("customer", TenantId);
    string IEvent.Action => "EXPORT";
    public (string, object?[]) Sentence => ("Event_CustomersExported", [Rows]);
    public object? After => new { Filter, Rows };
}
