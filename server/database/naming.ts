import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** `handedOverOn` in code, `handed_over_on` in the database; tables are named by their entities. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? snake(property)
  }
}
