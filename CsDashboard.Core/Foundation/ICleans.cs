using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;

namespace CsDashboard.Foundation;

/// <summary>Brings what was typed into its stored form before it is checked; see <see cref="Input.Checked"/>.</summary>
public interface ICleans
{
    string? Clean(string? typed);
}
