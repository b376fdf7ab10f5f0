using System.Globalization;
using System.Linq.Expressions;
using CsDashboard.Accounts;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Query;

namespace CsDashboard.Customers;

/// <summary>What a field holds: how it is read from a file, kept, written and shown.</summary>
public enum FieldKind
{
    Line,
    Phone,
    Country,
    Language,
    TimeZone,
    Tags,
    Day,
    Flag,
    Amount,
    Status,
    Type,
    Tier,
    Segment,
    Number,
    Count,
    Value,
    Time,
}
