using System.Globalization;
using System.Text;
using CsDashboard.Customers;
using CsDashboard.Customers.Importing;
using CsDashboard.Foundation;
using CsDashboard.Web.Accounts;
using CsDashboard.Web.Desk;
using CsDashboard.Web.Identity;
using CsDashboard.Web.Server;

namespace CsDashboard.Web.Customers;

/// <summary>How pages and files name the fields of an import.</summary>
internal static class ImportWords
{
    /// <summary>The field of a fault, named as in a body of the API.</summary>
    public static string Field(string name) => ImportField.Find(name)?.Label ?? name;

    /// <summary>What happens to a faulty row, as a key of the texts.</summary>
    public static string Outcome(ImportLine line) => line.Customer is null ? "Import.RowLeft" : "Import.CellLeft";
}
