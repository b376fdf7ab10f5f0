using CsDashboard.Foundation;
using CsDashboard.Search;

namespace CsDashboard.Tests.Search;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("مُشْكِلَةٌ", "مشكله")]
    [InlineData("المشكلة", "مشكله")]
    [InlineData("مشـــكلة", "مشكله")]
    [InlineData("أحمد إسلام آمنة ٱسم", "احمد اسلام امنه اسم")]
    [InlineData("أ\u0654", "ا")]
    [InlineData("ا\u0653", "ا")]
    [InlineData("مستشفى", "مستشفي")]
    [InlineData("مؤمن سائل", "مومن سايل")]
    [InlineData("٠١٢٣٤٥٦٧٨٩", "0123456789")]
    [InlineData("۰۱۲۳۴۵۶۷۸۹", "0123456789")]
    [InlineData("یک", "يك")]
    [InlineData("می‌خواهم", "ميخواهم")]
    [InlineData("ﻻ", "لا")]
    [InlineData("الا الي ال", "الا الي ال")]
    [InlineData("للمدير والحسابات بالسحب وبالتوفيق كالعادة فالطلب وللعملاء", "مدير حسابات سحب توفيق عاده طلب عملاء")]
    [InlineData("والد بالغ للغة لله بنك كريم", "والد بالغ للغه لله بنك كريم")]
    [InlineData("مسؤول مسئول مسءول مسي\u0654ول", "مسوول مسوول مسوول مسوول")]
    [InlineData("شؤون رءوس شيء", "شوون رووس شيء")]
    [InlineData("عبدالله عبد الله عبدُ اللهِ عبدالرحمن", "عبد له عبد له عبد له عبد رحمن")]
    [InlineData("عبدال عبدو", "عبدال عبدو")]
    [InlineData("Straße STRAẞE Søren Łukasz Æther Œuvre Đorđe Þór ısı", "strasse strasse soren lukasz aether oeuvre dorde thor isi")]
    [InlineData("C# and C++, A+ but a+b and 50#", "csharp and cplusplus aplus but a b and 50")]
    [InlineData("الحساب", "حساب")]
    [InlineData("Crème BRÛLÉE", "creme brulee")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ﬁle ① Ａ", "file 1 a")]
    [InlineData("TKT-2026-AB12", "tkt 2026 ab12")]
    [InlineData("a_b", "a b")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("\uD800x", "x")]
    [InlineData("😀", "")]
    public void A_text_is_folded(string text, string folded) => Folding.Fold(text).ShouldBe(folded);

    [Fact]
    public void A_word_knows_where_it_stood()
    {
        const string Text = "قال: «المُشْكِلَةُ» حُلّت";
        Folding.Words(Text).Select(w => Text[w.Start..w.End]).ShouldBe(["قال", "المُشْكِلَةُ", "حُلّت"]);
        const string Joined = "وَعَبْدُاللهِ في C#";
        Folding.Words(Joined).Select(w => Joined[w.Start..w.End]).ShouldBe(["وَعَبْدُ", "اللهِ", "في", "C#"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a")]
    [InlineData("\"")]
    [InlineData("* - ( ) : ^ +")]
    public void Nothing_is_asked_for_with_fewer_than_two_letters(string text) => QueryWords.Read(text).ShouldBeEmpty();

    [Theory]
    [InlineData("\" OR *", "or")]
    [InlineData("a NEAR(b, 5)", "a|near|b|5")]
    [InlineData("title:x NOT y", "title|x|not")]
    [InlineData("foo' | 'bar & !baz :*", "foo|bar|baz")]
    [InlineData("^start {col} : abc", "start|col|abc*")]
    [InlineData("\"wire transfer\" fee", "wire transfer|fee*")]
    [InlineData("«wire transfer» fee ", "wire transfer|fee")]
    [InlineData("\"not closed", "not closed")]
    [InlineData("pay", "pay*")]
    [InlineData("pay ", "pay")]
    [InlineData("zqb*", "zqb*")]
    [InlineData("pay* late ", "pay*|late")]
    [InlineData("pay * late ", "pay|late")]
    [InlineData("a* pay ", "pay")]
    [InlineData("عبدالله", "عبد له*")]
    [InlineData("عبدالله فهد", "عبد له|فهد*")]
    [InlineData("C#", "csharp*")]
    [InlineData("payment f", "payment")]
    [InlineData("_t00 _k", "t00")]
    public void A_query_holds_words_and_nothing_else(string text, string terms) =>
        string.Join('|', QueryWords.Read(text).Select(t => string.Join(' ', t.Words) + (t.IsPrefix ? "*" : ""))).ShouldBe(terms);

    [Fact]
    public void A_query_has_at_most_ten_terms() => QueryWords.Read("aa bb cc dd ee ff gg hh ii jj kk ll").Count.ShouldBe(10);
}
