using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsDashboard.Accounts;
using CsDashboard.Customers.Importing;
using CsDashboard.Customers.Privacy;
using CsDashboard.Customers.Trading;
using CsDashboard.Foundation.Events;
using CsDashboard.Foundation.Files;
using CsDashboard.Foundation.Live;
using CsDashboard.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

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
    public (string, object?[]) Sentence => ("Event_CustomerStatusChanged", [Name, new SaidWord("CustomerStatus_" + To)]);
    public object? Before => new { Status = From };
    public object? After => new { Status = To, Reason };
}

public sealed record CustomerTypeChanged(Guid CustomerId, string Name, CustomerType From, CustomerType To) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerTypeChanged", [Name, new SaidWord("CustomerType_" + To)]);
    public object? Before => new { Type = From };
    public object? After => new { Type = To };
}

public sealed record CustomerTierChanged(Guid CustomerId, string Name, string From, string To) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerTierChanged", [Name, new SaidWord("Membership_" + To)]);
    public object? Before => new { MembershipTier = From };
    public object? After => new { MembershipTier = To };
}

/// <summary>An existing record got the id of an outside service.</summary>
public sealed record CustomerLinked(Guid CustomerId, string Name, string OutsideId) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerLinked", [Name, OutsideId]);
    public object? After => new { OutsideId };
}

/// <summary>An address is never changed (contract: enhanced, E-mail); the attempt is kept.</summary>
public sealed record EmailChangeAttempted(Guid CustomerId, string Name, string Email, string Wanted) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_EmailChangeAttempted", [Name]);
    public object? Before => new { Email };
    public object? After => new { Email, Wanted };
}

/// <summary>Deleting keeps the record (contract: enhanced, No-delete policy; contract C4); with a reason it was refused.</summary>
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

public sealed record QuestionnaireAnswered(Guid CustomerId, string Name, int Version, QuestionnaireFacts? From, QuestionnaireFacts To)
    : IEvent
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

/// <summary>Customers were exported to a file; Filter says which, * means all.</summary>
public sealed record CustomersExported(Guid TenantId, string Filter, int Rows) : IEvent
{
    public Subject About => new("customer", TenantId);
    string IEvent.Action => "EXPORT";
    public (string, object?[]) Sentence => ("Event_CustomersExported", [Rows]);
    public object? After => new { Filter, Rows };
}

public sealed record CustomerImportBegun(Guid ImportId, string FileName, int Rows) : IEvent
{
    public Subject About => new("import", ImportId);
    public (string, object?[]) Sentence => ("Event_CustomerImportBegun", [FileName, Rows]);
    public object? After => new { FileName, Rows };
}

/// <summary>
/// Customers of an import were added: those that name the import, with numbers from First to Last. One event for each batch, since a
/// hundred thousand <see cref="CustomerAdded"/> would hold up everything else in the queue.
/// </summary>
public sealed record CustomersImported(Guid ImportId, string FileName, int Added, long First, long Last) : IEvent
{
    public Subject About => new("import", ImportId);
    public (string, object?[]) Sentence => ("Event_CustomersImported", [FileName, Added, First, Last]);
    public object? After =>
        new
        {
            Added,
            First,
            Last,
        };
}

public sealed record CustomerImportEnded(Guid ImportId, string FileName, ImportState State, ImportTally Tally) : IEvent
{
    public Subject About => new("import", ImportId);
    public (string, object?[]) Sentence =>
        (
            State == ImportState.Done ? "Event_CustomerImportDone"
            : State == ImportState.Cancelled ? "Event_CustomerImportCancelled"
            : "Event_CustomerImportFailed",
            [FileName, Tally.Added, Tally.Skipped, Tally.Failed]
        );
    public object? After => Tally;
}

public sealed record CustomerImportUndoBegun(Guid ImportId, string FileName, int Added) : IEvent
{
    public Subject About => new("import", ImportId);
    public (string, object?[]) Sentence => ("Event_CustomerImportUndoBegun", [FileName]);
    public object? Before => new { Added };
}

/// <summary>
/// Customers that an import had made, and to whom nothing had happened since, are gone again; named, since nothing else remembers them.
/// </summary>
public sealed record ImportedCustomersRemoved(Guid ImportId, string FileName, IReadOnlyList<Guid> Customers) : IEvent
{
    public Subject About => new("import", ImportId);
    public (string, object?[]) Sentence => ("Event_ImportedCustomersRemoved", [FileName, Customers.Count]);
    public object? Before => new { Customers = Customers.Count };
}

public sealed record CustomerImportUndone(Guid ImportId, string FileName, int Removed, int Kept) : IEvent
{
    public Subject About => new("import", ImportId);
    public (string, object?[]) Sentence => ("Event_CustomerImportUndone", [FileName, Removed, Kept]);
    public object? Before => new { Removed, Kept };
    public object? After => new { Kept };
}

/// <summary>Stored figures differed from the rows and were corrected.</summary>
public sealed record CustomerFiguresRepaired(Guid CustomerId, string Name, CustomerFigures From, CustomerFigures To) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_FiguresRepaired", [Name]);
    public object? Before => From;
    public object? After => To;
}

/// <summary>All data of a customer was handed out; recorded before its first byte leaves.</summary>
public sealed record CustomerExported(Guid CustomerId, string Name, bool ByCustomer) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerExported", [Name]);
    string IEvent.Action => "CUSTOMER_EXPORTED";
}

/// <summary>A customer is being erased; named by number, since the name is what goes.</summary>
public sealed record ErasureBegun(Guid CustomerId, long Number, IReadOnlyDictionary<string, ErasureAction> Fates) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_ErasureBegun", [Number]);
    string IEvent.Action => "ERASURE_BEGUN";
}

public sealed record CustomerErased(Guid CustomerId, long Number, int Rows, IReadOnlyDictionary<string, ErasureAction> Fates) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomerErased", [Number, Rows]);
    string IEvent.Action => "CUSTOMER_ERASED";
}

public sealed record CustomersMerged(
    Guid MergeId,
    Guid CustomerId,
    Guid LoserId,
    string Name,
    string LoserName,
    CustomerFacts From,
    CustomerFacts To,
    IReadOnlyDictionary<string, int> Moved
) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomersMerged", [LoserName, Name]);
    public object? Before => From;
    public object? After => To;
}

/// <summary>The same event for the record that was taken over.</summary>
public sealed record CustomerTakenOver(Guid CustomerId, Guid WinnerId, string Name, string WinnerName) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_CustomersMerged", [Name, WinnerName]);
    public object? Before => new { LeadsTo = (Guid?)null };
    public object? After => new { LeadsTo = WinnerId };
}

public sealed record MergeUndone(
    Guid MergeId,
    Guid CustomerId,
    Guid LoserId,
    string Name,
    string LoserName,
    CustomerFacts From,
    CustomerFacts To,
    IReadOnlyDictionary<string, int> Moved
) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_MergeUndone", [LoserName, Name]);
    public object? Before => From;
    public object? After => To;
}

public sealed record CustomerGivenBack(Guid CustomerId, Guid WinnerId, string Name, string WinnerName) : IEvent
{
    public Subject About => new("customer", CustomerId);
    public (string, object?[]) Sentence => ("Event_MergeUndone", [Name, WinnerName]);
    public object? Before => new { LeadsTo = WinnerId };
    public object? After => new { LeadsTo = (Guid?)null };
}
