using System.Text;
using CsDashboard.Foundation.Files;

namespace CsDashboard.Tests.Foundation;

/// <summary>A file that is doesn’t match its type: the sender reads what is wrong and what to do.</summary>
public sealed class FileKindsTests
{
    [Fact]
    public void A_refusal_says_what_is_the_matter()
    {
        Says("list.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b")], "UTF-16");
        Says("note.txt", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("الاسم")], "Save it as UTF-8");
        Says("paper.pdf", "HTTP/1.1 200 OK\r\n\r\n%PDF-1.7\n"u8, "extra content before its start");
        Says("photo.png", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], "This is a jpeg file named .png");
        Says("photo.png", "MZ whatever"u8, "doesn’t match its type");
        Says("table.docx", "%PDF-1.7"u8, "This is a pdf file");
    }

    private static void Says(string name, ReadOnlySpan<byte> head, string says)
    {
        FileKinds.Matches(name, head).ShouldBeFalse();
        FileKinds.Mismatch(name, head).ShouldContain(says);
    }
}
