using GraphIntel.Core.Search;
using Xunit;

namespace GraphIntel.Tests.Search;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Bashar al-Assad", "bashar assad")]
    [InlineData("ÉCOLE Straße", "ecole strasse")]
    [InlineData("ﬁnal ２０１７ ①", "final 2017 1")]
    [InlineData("Şanlıurfa İstanbul", "sanliurfa istanbul")]
    [InlineData("Ba'albek Baʿlabakk Ba’albek", "baalbek balabakk baalbek")]
    [InlineData("Донецьк Слов'янськ", "donetsk slovyansk")]
    [InlineData("M-23, M23; 7", "m 23 m23 7")]
    [InlineData("東京", "dongjing")]
    public void Text_becomes_words_of_ascii_letters_and_digits(string text, string words) => Assert.Equal(words, Fold(text));

    [Theory]
    [InlineData("حلب", "hlb")]
    [InlineData("غزة", "ghza")]
    [InlineData("الأسد", "asd")]
    [InlineData("بشار الأسد", "bshar asd")]
    [InlineData("الله", "allh")]
    [InlineData("عبدالله", "abdallh")]
    [InlineData("می\u200Cخواهم", "my khwahm")]
    [InlineData("حَلَبُ", "hlb")]
    [InlineData("حـلـب", "hlb")]
    [InlineData("ﺣﻠﺐ", "hlb")]
    public void Arabic_is_read_letter_by_letter_and_its_article_is_no_word(string text, string words) => Assert.Equal(words, Fold(text));

    [Theory]
    [InlineData("s\u0327anli\u0307", "şanli̇")]
    [InlineData("Ки\u0306ів", "Кйів")]
    [InlineData("Ки\u0457в", "Киі\u0308в")]
    [InlineData("أسد", "ا\u0654سد")]
    [InlineData("e\u0301cole", "école")]
    public void A_letter_and_its_mark_are_the_same_in_one_and_in_two_characters(string text, string other)
    {
        Assert.Equal(Fold(text), Fold(other));
        Assert.Equal(Sound(text), Sound(other));
    }

    [Theory]
    [InlineData("Al-", "al")]
    [InlineData("al-el", "el")]
    [InlineData("ash", "ash")]
    [InlineData("ال", "al")]
    [InlineData("Abdul", "abd")]
    [InlineData("Al-Arish", "arish")]
    public void An_article_is_a_word_where_nothing_else_is_there(string text, string words) => Assert.Equal(words, Fold(text));

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData(" -*\"'%_?.")]
    [InlineData("😀 ™")]
    [InlineData("\uD800")]
    [InlineData("\u0301\u200C\u200F")]
    public void Text_without_a_letter_or_digit_has_no_words(string text) => Assert.Equal("", Fold(text));

    [Fact]
    public void A_word_counts_up_to_its_64th_letter() =>
        Assert.Equal(new string('a', SearchWords.MaxLetters), Fold(new string('a', 1000)));

    [Theory]
    [InlineData("Shoigu", "Шойгу")]
    [InlineData("Xan", "Khan")]
    public void Sounds_do_not_depend_on_how_they_are_spelled(string text, string other) =>
        Assert.NotNull(SearchQuery.Parse(text).Match(PackedValue.Of(other, isName: true)));

    [Fact]
    public void Every_row_of_the_tables_can_be_read()
    {
        Assert.InRange(Sounds.Count, 50, 255);
        Assert.All(Sounds.Spellings, spelling => Assert.NotEmpty(SoundReader.Read(spelling.Letters + "a")));
    }

    private static string Fold(string text) => string.Join(' ', SearchWords.Of(text, 100).Select(word => word.Letters));

    private static string Sound(string text) => string.Join(' ', SearchWords.Of(text, 100).SelectMany(word => word.Form.Tokens));
}
