using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;
using CsDashboard.Accounts;
using CsDashboard.Foundation.Files;

namespace CsDashboard.Customers.Importing;

/// <summary>
/// A row of a file as a customer, null when it makes none; and what is wrong with it, cell by cell. A customer with faults is made without
/// those cells.
/// </summary>
public readonly record struct ImportLine(int Line, Customer? Customer, IReadOnlyList<ImportFault> Faults);
