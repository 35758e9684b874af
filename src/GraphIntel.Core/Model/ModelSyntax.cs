using System.Text;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace GraphIntel.Core.Model;

/// <summary>The first stage: a model file's text, parsed, its declarations told apart and its directives checked.</summary>
internal sealed class ModelSyntax
{
    /// <summary>The most bytes that a model file may have, as UTF-8.</summary>
    public const int MaxBytes = 1_000_000;

    private const int MaxDepth = 64;
    private const int MaxNameLength = 100;

    // A table of SQLite has at most 2,000 columns, and a point takes two.
    private const int MaxFields = 500;

    private readonly Mistakes _mistakes;
    private readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);

    private ModelSyntax(Mistakes mistakes) => _mistakes = mistakes;

    /// <summary>Object types of different names, in the order of the file.</summary>
    public List<TypeSyntax> Types { get; } = [];

    /// <summary>Enums of different names, in the order of the file; not the one called Direction.</summary>
    public List<EnumSyntax> Enums { get; } = [];

    /// <summary>Reads the text.</summary>
    /// <exception cref="ModelException">It cannot be parsed, so that nothing else can be said of it.</exception>
    public static ModelSyntax Parse(Mistakes mistakes)
    {
        var syntax = new ModelSyntax(mistakes);
        var document = ParseDocument(mistakes);
        mistakes.ThrowIfAny();
        foreach (var definition in document!.Definitions) syntax.Add(definition);
        if (syntax.Types.Count == 0) mistakes.Add(0, "the model has no types; it needs at least one with @node");
        return syntax;
    }

    private static GraphQLDocument? ParseDocument(Mistakes mistakes)
    {
        if (mistakes.Text.Length > MaxBytes || Encoding.UTF8.GetByteCount(mistakes.Text) > MaxBytes)
        {
            mistakes.Add(0, $"the file has more than {MaxBytes:N0} bytes, the most that a model may have");
            return null;
        }
        if (string.IsNullOrWhiteSpace(mistakes.Text))
        {
            mistakes.Add(0, "the file is empty; a model has at least one type with @node");
            return null;
        }
        try
        {
            return Parser.Parse(mistakes.Text, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = MaxDepth });
        }
        catch (GraphQLMaxDepthExceededException e)
        {
            mistakes.Add(e.Location.Line, e.Location.Column, "the file is nested too deeply for a model");
        }
        catch (GraphQLParserException e)
        {
            mistakes.Add(e.Location.Line, e.Location.Column, "syntax error: " + e.Description);
        }
        return null;
    }

    private void Add(ASTNode definition)
    {
        switch (definition)
        {
            case GraphQLDirectiveDefinition directive:
                ModelDirectives.CheckDefinition(directive, _mistakes);
                break;
            case GraphQLEnumTypeDefinition enumeration:
                AddEnum(enumeration);
                break;
            case GraphQLObjectTypeDefinition type:
                AddType(type);
                break;
            default:
                _mistakes.Add(
                    definition.Location.Start,
                    $"{Describe(definition)} has no place in a model, which is made of object types, enums and our directives");
                break;
        }
    }

    private static string Describe(ASTNode definition) => definition switch
    {
        GraphQLTypeExtension or GraphQLSchemaExtension => "an extension",
        GraphQLSchemaDefinition => "a schema definition",
        GraphQLInterfaceTypeDefinition => "an interface",
        GraphQLUnionTypeDefinition => "a union",
        GraphQLInputObjectTypeDefinition => "an input type",
        GraphQLScalarTypeDefinition => "a scalar definition (ID, String, Int, Float, Boolean, Date and Point are built in)",
        _ => "an operation or a fragment",
    };

    private void AddEnum(GraphQLEnumTypeDefinition definition)
    {
        var name = definition.Name.StringValue;
        if (!IsNew(definition.Name)) return;
        if (name == ModelDirectives.DirectionEnum)
        {
            ModelDirectives.CheckDirection(definition, _mistakes);
            return;
        }
        ModelDirectives.Read(definition.Directives, null, "an enum", _mistakes);
        var values = new List<EnumValue>();
        foreach (var value in definition.Values?.Items ?? [])
        {
            var valueName = value.Name.StringValue;
            ModelDirectives.Read(value.Directives, null, "an enum value", _mistakes);
            CheckName(value.Name);
            if (valueName is "true" or "false" or "null")
            {
                _mistakes.Add(value.Name.Location.Start, $"an enum value cannot be called {valueName}");
            }
            else if (values.Exists(other => other.Name == valueName))
            {
                _mistakes.Add(value.Name.Location.Start, $"the enum {name} has the value {valueName} twice");
            }
            values.Add(new EnumValue(valueName, Description(value.Description)));
        }
        if (values.Count == 0) _mistakes.Add(definition.Name.Location.Start, $"the enum {name} has no values");
        var type = new EnumType(name, Description(definition.Description), values);
        Enums.Add(new EnumSyntax(type, definition.Name.Location.Start));
    }

    private void AddType(GraphQLObjectTypeDefinition definition)
    {
        if (!IsNew(definition.Name)) return;
        var type = new TypeSyntax
        {
            Name = definition.Name.StringValue,
            Position = definition.Name.Location.Start,
            Description = Description(definition.Description),
            Uses = ModelDirectives.Read(definition.Directives, DirectiveLocation.Object, "an object type", _mistakes),
        };
        Types.Add(type);
        if (definition.Interfaces is { } interfaces)
        {
            _mistakes.Add(interfaces.Location.Start, "a model's types implement no interfaces");
        }
        var fields = definition.Fields?.Items ?? [];
        if (fields.Count == 0) _mistakes.Add(type.Position, $"the type {type.Name} has no fields");
        if (fields.Count > MaxFields)
        {
            _mistakes.Add(type.Position, $"the type {type.Name} has {fields.Count} fields; {MaxFields} is the most");
        }
        foreach (var field in fields.Take(MaxFields)) AddField(type, field);
    }

    private void AddField(TypeSyntax owner, GraphQLFieldDefinition definition)
    {
        var name = definition.Name.StringValue;
        CheckName(definition.Name);
        var uses = ModelDirectives.Read(definition.Directives, DirectiveLocation.FieldDefinition, "a field", _mistakes);
        if (definition.Arguments is { } arguments)
        {
            _mistakes.Add(arguments.Location.Start, "a model's fields take no arguments; the schema adds them");
        }
        if (owner.FindField(name) is { } earlier)
        {
            _mistakes.Add(
                definition.Name.Location.Start,
                $"the type {owner.Name} has two fields called {name}; the other is at {_mistakes.Place(earlier.Position)}");
            return;
        }
        owner.Fields.Add(new FieldSyntax
        {
            Owner = owner,
            Name = name,
            Position = definition.Name.Location.Start,
            Description = Description(definition.Description),
            Type = Reference(definition.Type),
            Uses = uses,
            HasWrongDirective = uses.Count < (definition.Directives?.Items.Count ?? 0),
        });
    }

    private TypeReference Reference(GraphQLType type)
    {
        var position = type.Location.Start;
        var isRequired = type is GraphQLNonNullType;
        var outer = Nullable(type);
        if (outer is not GraphQLListType list) return new TypeReference(NameOf(outer), position, false, isRequired);
        if (Nullable(list.Type) is GraphQLListType)
        {
            _mistakes.Add(position, "a list of lists cannot be stored; a list is [X!] or [X!]!");
        }
        else if (list.Type is not GraphQLNonNullType)
        {
            _mistakes.Add(position, $"the items of a list cannot be null: write [{NameOf(list.Type)}!]{(isRequired ? "!" : "")}");
        }
        return new TypeReference(NameOf(list), position, true, isRequired);
    }

    private static GraphQLType Nullable(GraphQLType type) => type is GraphQLNonNullType required ? required.Type : type;

    private static string NameOf(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => NameOf(required.Type),
        GraphQLListType list => NameOf(list.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new InvalidOperationException($"unknown kind of type reference: {type.Kind}"),
    };

    private bool IsNew(GraphQLName name)
    {
        CheckName(name);
        if (_names.TryAdd(name.StringValue, name.Location.Start)) return true;
        var earlier = _mistakes.Place(_names[name.StringValue]);
        _mistakes.Add(name.Location.Start, $"there are two types called {name.StringValue}; the other is at {earlier}");
        return false;
    }

    private void CheckName(GraphQLName name)
    {
        var text = name.StringValue;
        if (text.StartsWith("__", StringComparison.Ordinal))
        {
            _mistakes.Add(name.Location.Start, $"the name {text} begins with __, which GraphQL keeps for itself");
        }
        if (text.Length > MaxNameLength)
        {
            _mistakes.Add(name.Location.Start, $"the name is {text.Length} characters long; {MaxNameLength} is the most");
        }
    }

    private static string? Description(GraphQLDescription? description) => description?.Value.ToString();
}
