using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;

namespace CsDashboard.Customers.Importing;

/// <summary>What is wrong with a cell of a file, and what it says.</summary>
public sealed record ImportFault(string Field, string Value, string Message);
